#pragma once

#include "core/profiles/profilefiles.h"

#include <functional>

namespace vethscope {

/// Puts the files of a folder or an archive together to profiles, within limits: a file belongs to the profile that its folder is called after.
class ProfilesGathered
{
public:
    /// Takes a piece of a file; false when it wants no more of it.
    using Take = std::function<bool(std::string_view)>;

    /// `usual` names the profile whose files lie in no folder.
    ProfilesGathered(std::string usual, const ProfileLimits &limits) : m_usual(std::move(usual)), m_limits(limits) { }

    /// Who takes the bytes of a file with this path, or nobody.
    Take choose(const std::string &path);
    /// Whether there are so many files that no more may be read; says so once.
    bool isFull();
    void complain(Sentence problem) { m_read.problems.push_back(std::move(problem)); }
    const ProfileLimits &limits() const { return m_limits; }
    ProfilesRead result();

private:
    bool take(ProfileFiles &profile, const std::string &file, std::string_view piece);
    ProfileFiles &profileOf(const std::string &name);

    std::string m_usual;
    ProfileLimits m_limits;
    ProfilesRead m_read;
    std::map<std::string, ProfileFiles> m_profiles;
    std::size_t m_entries = 0;
    std::uint64_t m_size = 0;
};

} // namespace vethscope
