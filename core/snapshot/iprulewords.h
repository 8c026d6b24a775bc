#pragma once

#include "core/snapshot/jsonrecord.h"
#include "core/snapshot/linkwords.h"

namespace vethscope {

/// The words of a rule behind its priority, as print_rule of iproute2's iprule.c writes them. Whatever else it asks for is `unread`. The
/// fact is without priority, text and line; it is of IPv6 where an address says so.
RuleFact ruleOf(const Words &words);

/// The same of a rule in JSON; its text is the line that it would be.
RuleFact ruleOf(const JsonRecord &record);

} // namespace vethscope
