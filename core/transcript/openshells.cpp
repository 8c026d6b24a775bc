#include "core/transcript/openshells.h"

#include "core/transcript/machinename.h"

#include <algorithm>

namespace vethscope {

bool OpenShells::Shell::wrote(const Prompt &prompt) const
{
    return prompted && style == prompt.style && user == prompt.user && host == prompt.host;
}

void OpenShells::Shell::take(const Prompt &prompt)
{
    prompted = true;
    style = prompt.style;
    user = prompt.user;
    host = prompt.host;
}

const Session &OpenShells::at(const Prompt &prompt)
{
    const auto outer = std::find_if(m_shells.rbegin(), m_shells.rend(), [&](const Shell &shell) { return shell.wrote(prompt); });
    if (awaitsPrompt() && (m_shells.back().samePrompt || outer == m_shells.rend())) {
        Shell &opened = m_shells.back();
        opened.take(prompt);
        // `ssh 172.27.16.10` is answered by a machine that tells its name.
        if (opened.session.pod.empty() && !prompt.host.empty() && !isNobodysName(prompt.host) && !opened.samePrompt)
            opened.session.node = prompt.host;
    } else if (outer != m_shells.rend()) {
        m_shells.erase(outer.base(), m_shells.end());
    } else if (prompt.style != PromptStyle::Heading || m_shells.empty()) {
        m_shells.assign(1, Shell{.session = sessionOf(prompt)});
        m_shells.back().take(prompt);
    }
    return m_shells.back().session;
}

void OpenShells::open(const Unwrapped &typed)
{
    if (!typed.session.pod.empty())
        m_pods.insert(typed.session.pod);
    m_shells.push_back({.session = typed.session, .samePrompt = typed.samePrompt});
}

void OpenShells::close()
{
    if (m_shells.size() > 1)
        m_shells.pop_back();
}

std::optional<Session> OpenShells::outside() const
{
    if (m_shells.size() < 2 || !m_shells.back().samePrompt || m_shells.back().session == m_shells[m_shells.size() - 2].session)
        return std::nullopt;
    return m_shells[m_shells.size() - 2].session;
}

bool OpenShells::isOwn(const Prompt &prompt) const
{
    return std::ranges::any_of(m_shells, [&](const Shell &shell) { return shell.wrote(prompt); });
}

// A prompt out of nowhere: its host name is all there is.
Session OpenShells::sessionOf(const Prompt &prompt) const
{
    const std::string host(prompt.host);
    if (m_pods.contains(host) || isPodName(host))
        return {.node = {}, .pod = host, .podNamespace = {}, .container = {}};
    return {.node = isNobodysName(host) ? std::string() : host, .pod = {}, .podNamespace = {}, .container = {}};
}

} // namespace vethscope
