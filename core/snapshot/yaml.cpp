#include "core/snapshot/yaml.h"

#include "core/snapshot/words.h"

#include <sstream>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

namespace vethscope {
namespace {

constexpr std::size_t deepestYaml = 100;
constexpr std::size_t mostValues = 1'000'000;

struct TooMuch {
    Sentence what;
};

// With digits, so that .inf and nan stay words.
std::optional<double> fractionOf(const std::string &text)
{
    return text.find_first_of("0123456789") == std::string::npos ? std::nullopt : numberOf<double>(text);
}

JsonValue scalar(std::uint32_t line, const std::string &tag, const std::string &text)
{
    const bool plain = tag == "?"; // quoted scalars have the tag "!"
    if (plain && (text == "true" || text == "false"))
        return {line, text == "true"};
    if (plain && (text == "null" || text == "~" || text.empty()))
        return {line, std::monostate{}};
    if (const auto number = plain ? numberOf<std::int64_t>(text) : std::nullopt)
        return {line, *number};
    if (const auto number = plain ? fractionOf(text) : std::nullopt)
        return {line, *number};
    return {line, text};
}

// Builds values from yaml-cpp's events, so that nothing recurses and an alias is copied, once whole.
class YamlBuilder final : public YAML::EventHandler
{
public:
    /// Stops behind `most` values that are written out: yaml-cpp 0.7 may find empty ones without end where a `[` is not closed.
    YamlBuilder(std::vector<JsonValue> &documents, std::size_t most) : m_documents(documents), m_mostWritten(most) {}

    void OnDocumentStart(const YAML::Mark &) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override { put({lineOf(mark), std::monostate{}}, anchor); }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        const auto found = anchor < m_anchored.size() ? m_anchored[anchor] : JsonValue(lineOf(mark), std::monostate{});
        m_values += sizeOf(found);
        put(found, 0);
        --m_written;
    }
    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, const std::string &text) override
    {
        put(scalar(lineOf(mark), tag, text), anchor);
    }
    void OnSequenceStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor, YAML::EmitterStyle::value) override
    {
        open({lineOf(mark), JsonValue::Array{}}, anchor);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor, YAML::EmitterStyle::value) override
    {
        open({lineOf(mark), JsonValue::Object{}}, anchor);
    }
    void OnMapEnd() override { close(); }

private:
    struct Open {
        JsonValue value;
        YAML::anchor_t anchor;
        std::optional<std::string> key; // of a map, once it was read
    };

    static std::uint32_t lineOf(const YAML::Mark &mark) { return static_cast<std::uint32_t>(std::max(mark.line, 0)) + 1; }

    static std::size_t sizeOf(const JsonValue &value)
    {
        std::size_t size = 1;
        if (value.array())
            for (const JsonValue &element : *value.array())
                size += sizeOf(element);
        if (value.object())
            for (const auto &member : *value.object())
                size += sizeOf(member.second);
        return size;
    }

    void open(JsonValue value, YAML::anchor_t anchor)
    {
        if (m_open.size() == deepestYaml)
            throw TooMuch{Sentence::of("it is more than {} levels deep", deepestYaml)};
        m_open.push_back({std::move(value), anchor, std::nullopt});
    }

    void close()
    {
        Open done = std::move(m_open.back());
        m_open.pop_back();
        put(std::move(done.value), done.anchor);
    }

    void put(JsonValue value, YAML::anchor_t anchor)
    {
        if (++m_values > mostValues)
            throw TooMuch{Sentence::of("it has more than {} values", mostValues)};
        if (++m_written > m_mostWritten)
            throw TooMuch{Sentence::of("it has more than {} values", m_mostWritten)};
        if (anchor > 0) {
            m_anchored.resize(std::max<std::size_t>(m_anchored.size(), anchor + 1));
            m_anchored[anchor] = value;
        }
        if (m_open.empty()) {
            m_documents.push_back(std::move(value));
            return;
        }
        Open &around = m_open.back();
        if (JsonValue::Array *array = around.value.array()) {
            array->push_back(std::move(value));
        } else if (!around.key) {
            const std::string *text = value.string();
            around.key = text ? *text : value.number() ? std::to_string(*value.number()) : std::string();
        } else {
            around.value.object()->emplace_back(*std::move(around.key), std::move(value));
            around.key.reset();
        }
    }

    std::vector<JsonValue> &m_documents;
    std::vector<Open> m_open;
    std::vector<JsonValue> m_anchored;
    std::size_t m_values = 0;  // with those that aliases repeat
    std::size_t m_written = 0;
    std::size_t m_mostWritten;
};

} // namespace

JsonText readYaml(std::string_view text)
{
    JsonText result;
    result.lines = static_cast<std::uint32_t>(std::ranges::count(text, '\n'));
    std::istringstream stream{std::string(text)};
    try {
        YAML::Parser parser(stream);
        YamlBuilder builder(result.values, 2 * text.size() + 2); // a key and its value may be left out around one character
        while (parser.HandleNextDocument(builder)) { }
    } catch (const YAML::Exception &problem) {
        result.error = Sentence::verbatim(problem.msg);
        result.lines = std::min(result.lines, static_cast<std::uint32_t>(std::max(problem.mark.line, 0)) + 1);
    } catch (const TooMuch &problem) {
        result.error = problem.what;
    }
    return result;
}

bool isPartOfYaml(std::string_view line)
{
    constexpr std::string_view beginnings = " \t#]}";
    if (line.empty() || beginnings.contains(line.front()) || line == "-" || line == "..." || line.starts_with("- ") || line.starts_with("---"))
        return true;
    const std::size_t colon = line.find(':');
    return colon != line.npos && (colon + 1 == line.size() || line[colon + 1] == ' ') && line.find(' ') > colon;
}

} // namespace vethscope
