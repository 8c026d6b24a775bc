#pragma once

#include "core/transcript/commandline.h"
#include "core/transcript/transcript.h"

namespace vethscope {

class OutputShapes;

/// A command without what it was wrapped in, and where it then ran.
struct Unwrapped {
    Session session{};
    ShellCommand command{};
    bool opensShell = false;  // `kubectl exec -it POD -- sh`, `ssh n2`, `su -`: what is typed next is typed there
    bool elsewhere = false;   // on another machine than the one it was typed at, which may not be named
    bool samePrompt = true;   // that shell may write the same prompt as this one: `nsenter -t 4711 -n`, `su`
};

/// Takes off `sudo`, `/sbin/`, `busybox`, `kubectl exec … --`, `docker exec`, `crictl exec`, `ip netns exec`, `ip -n`, `nsenter`,
/// `ssh HOST`, `chroot`, `sh -c '…'`, `watch`; several of them inside one another too. One command may turn out to be several.
std::vector<Unwrapped> unwrap(const Session &session, const ShellCommand &command);

/// A command that stands within the words of a program that nobody knows: `fleetrun --on n2 -- ip r`, `vagrant ssh n2 -c 'ip r'`.
/// It ran on the machine that the words around it name, or on one that is not named. Nothing where no known command is in it.
std::vector<Unwrapped> ranElsewhere(const ShellCommand &command, const OutputShapes &shapes);

/// The machine that an unknown program's words name: `talosctl -n 10.0.0.4 read …`; empty where they name none.
std::string machineNamed(const std::vector<std::string> &words);

/// Whether a host's name is one that Kubernetes gives to a pod of a Deployment: NAME-66bff467f8-8zqvn.
bool isPodName(std::string_view name);

} // namespace vethscope
