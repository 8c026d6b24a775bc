#pragma once

#include "core/snapshot/hostcommand.h"
#include "core/snapshot/printedtable.h"

#include <string>
#include <string_view>
#include <vector>

namespace vethscope {

/// Whether the words are `calicoctl get KIND`, or kubectl with Calico's kind.
bool isCalicoctlGet(const std::vector<std::string> &words, std::string_view singular, std::string_view plural);

/// One table of `calicoctl get` (calico calicoctl/resourcemgr: the columns of each kind).
struct CalicoctlTable {
    std::string_view column;  // a heading that stands in this kind's table alone, behind NAME
    ColumnRules rules;
    std::string_view layout;  // of rows without a heading, as after `| grep`; empty where they could be anything
    void (*readRow)(Reading &reading, const PrintedTable::Row &row, std::uint32_t line);
};

/// For looksLike: whether the first line is the table's heading.
bool isCalicoctlTable(const Reading &reading, const CalicoctlTable &table);

/// Reads the rows that are sound; nothing else counts as understood.
void readCalicoctlTable(Reading &reading, const CalicoctlTable &table);

bool isAsNumber(std::string_view cell);  // 64512, (64512), (unknown), -
bool isTrueOrFalse(std::string_view cell);

} // namespace vethscope
