#pragma once

#include "core/facts/evidence.h"

#include <map>
#include <string>

#include <nlohmann/json_fwd.hpp>

namespace vethscope {

/// Which SNAPSHOT argument each text came with, where there are several (contract.md, EVIDENCE). Empty: nobody has to tell them apart.
class SnapshotArguments
{
public:
    void add(const SourceText *source, const std::string &argument) { m_arguments.emplace(source, argument); }
    /// Null where there is nothing to tell apart.
    const std::string *of(const SourceText *source) const
    {
        const auto found = m_arguments.find(source);
        return found == m_arguments.end() ? nullptr : &found->second;
    }

private:
    std::map<const SourceText *, std::string> m_arguments;
};

/// EVIDENCE of contract.md: source, line, the line itself (of a long one what is around the value, and its column), the snapshot.
nlohmann::ordered_json evidenceJson(const Evidence &evidence, const SnapshotArguments &snapshots = {});
nlohmann::ordered_json evidenceJson(const EvidenceList &evidence, const SnapshotArguments &snapshots = {});

} // namespace vethscope
