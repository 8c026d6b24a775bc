#include "ui/windows/companionwindows.h"

#include "ui/shared/commands.h"
#include "ui/windows/companionwindow.h"
#include "ui/windows/windowkind.h"

#include <QAction>

#include <algorithm>
#include <string_view>

namespace vethscope {

CompanionWindows::CompanionWindows(std::span<const WindowKind> kinds, const WindowContext &context, QObject *parent) : QObject(parent), m_context(context)
{
    m_places.reserve(kinds.size());
    for (const WindowKind &kind : kinds) {
        QAction &action = context.commands.add(kind.group, kind.text, kind.keys);
        action.setObjectName(QLatin1String(kind.name));
        m_places.push_back({&kind, &action, nullptr});
        connect(&action, &QAction::triggered, this, [this, &at = m_places.back()] {
            made(at).asked();
            at.window->present();
        });
    }
}

CompanionWindows::~CompanionWindows() = default;

std::size_t CompanionWindows::placeOf(const char *kind) const
{
    const auto found = std::ranges::find_if(m_places, [kind](const Place &one) { return std::string_view(one.kind->name) == kind; });
    Q_ASSERT(found != m_places.end());
    return static_cast<std::size_t>(found - m_places.begin());
}

CompanionWindow &CompanionWindows::made(Place &at)
{
    if (!at.window) {
        at.window.reset(at.kind->make(*at.kind, m_context));
        connect(at.window.get(), &CompanionWindow::filterRequested, this, &CompanionWindows::filterRequested);
        connect(at.window.get(), &CompanionWindow::packetOpened, this, &CompanionWindows::packetOpened);
        connect(at.window.get(), &CompanionWindow::evidenceRequested, this, &CompanionWindows::evidenceRequested);
        connect(at.window.get(), &CompanionWindow::predictRequested, this, &CompanionWindows::predictRequested);
    }
    return *at.window;
}

CompanionWindow &CompanionWindows::show(const char *kind)
{
    CompanionWindow &window = made(m_places[placeOf(kind)]);
    window.present();
    return window;
}

QAction &CompanionWindows::action(const char *kind) const
{
    return *m_places[placeOf(kind)].action;
}

CompanionWindow *CompanionWindows::window(const char *kind) const
{
    return m_places[placeOf(kind)].window.get();
}

std::vector<CompanionWindow *> CompanionWindows::windows() const
{
    std::vector<CompanionWindow *> all;
    for (const Place &one : m_places)
        if (one.window)
            all.push_back(one.window.get());
    return all;
}

void CompanionWindows::closeAll()
{
    for (CompanionWindow *window : windows())
        window->close();
}

} // namespace vethscope
