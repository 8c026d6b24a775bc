#include "core/protocols/echo_stateful.h"

#include "core/dissect/print.h"
#include "core/protocols/layer_facts.h"

namespace vethscope {

void printEchoPartner(const LayerView &view, TextBuffer &out)
{
    constexpr auto &fields = echoStatefulFields;
    const LayerFacts facts(view);
    if (const std::uint64_t response = facts.number(named(fields, "resp_in")))
        print(out, " (reply in {})", response);
    else if (const std::uint64_t request = facts.number(named(fields, "resp_to")))
        print(out, " (request in {})", request);
    else if (facts.has(named(fields, "no_resp")))
        print(out, " (no response found!)");
}

} // namespace vethscope
