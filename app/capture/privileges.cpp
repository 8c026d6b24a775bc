#include "app/capture/privileges.h"

#include <cstdlib>
#include <grp.h>
#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace vethscope::capture {
namespace {

// sudo tells who called it; files should be theirs.
bool becomeCaller()
{
    const char *user = std::getenv("SUDO_UID");
    const char *group = std::getenv("SUDO_GID");
    if (::geteuid() != 0 || !user || !group)
        return true;
    const auto gid = static_cast<gid_t>(std::strtoul(group, nullptr, 10));
    const auto uid = static_cast<uid_t>(std::strtoul(user, nullptr, 10));
    return uid == 0 || (::setgroups(1, &gid) == 0 && ::setgid(gid) == 0 && ::setuid(uid) == 0);
}

} // namespace

bool dropPrivileges()
{
    if (!becomeCaller())
        return false;
    // capset(2) with empty sets; what is not permitted can never be raised again.
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    __user_cap_data_struct none[2]{};
    return ::syscall(SYS_capset, &header, none) == 0 && ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
}

} // namespace vethscope::capture
