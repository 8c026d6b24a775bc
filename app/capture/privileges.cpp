#include "app/capture/privileges.h"

#include <cstdlib>
#include <grp.h>
#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace vethscope::capture {
namespace {

bool become(uid_t user, gid_t group)
{
    return ::setgroups(1, &group) == 0 && ::setgid(group) == 0 && ::setuid(user) == 0;
}

} // namespace

bool becomeCaller()
{
    if (::geteuid() != 0)
        return true;
    if (::getuid() != 0)
        return become(::getuid(), ::getgid());
    const char *user = std::getenv("SUDO_UID");
    const char *group = std::getenv("SUDO_GID");
    if (!user || !group)
        return true;
    const auto uid = static_cast<uid_t>(std::strtoul(user, nullptr, 10));
    return uid == 0 || become(uid, static_cast<gid_t>(std::strtoul(group, nullptr, 10)));
}

bool dropPrivileges()
{
    // capset(2) with empty sets; what is not permitted can never be raised again.
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    __user_cap_data_struct none[2]{};
    return ::syscall(SYS_capset, &header, none) == 0 && ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
}

} // namespace vethscope::capture
