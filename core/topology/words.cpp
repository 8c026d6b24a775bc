#include "core/topology/words.h"

namespace vethscope {

std::string say(const Words &words, const char *phrase, std::span<const std::string> values)
{
    const std::string said = words ? words(phrase) : std::string(phrase);
    std::string result;
    auto value = values.begin();
    for (std::size_t i = 0; i < said.size(); ++i) {
        if (said.compare(i, 2, "{}") == 0 && value != values.end()) {
            result += *value++;
            ++i;
        } else {
            result += said[i];
        }
    }
    return result;
}

std::string say(const Words &words, const char *phrase, std::initializer_list<std::string> values)
{
    return say(words, phrase, std::span(values.begin(), values.size()));
}

std::string say(const Words &words, const Problem &problem)
{
    return *problem.text ? say(words, problem.text, problem.arguments) : problem.message;
}

} // namespace vethscope
