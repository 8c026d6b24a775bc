#pragma once

#include "core/facts/evidence.h"
#include "ui/shared/filteruse.h"
#include "ui/windows/windowcontext.h"

#include <QObject>

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

class QAction;

namespace vethscope {

class CompanionWindow;
struct WindowKind;

/// The windows beside the main one, one of each kind: made when they are asked for, and kept. Each kind's command opens it.
class CompanionWindows : public QObject
{
    Q_OBJECT

public:
    /// Adds the commands of all kinds.
    CompanionWindows(std::span<const WindowKind> kinds, const WindowContext &context, QObject *parent = nullptr);
    ~CompanionWindows() override;

    /// Opens the window of that kind, or brings the one that is open to the front.
    CompanionWindow &show(const char *kind);
    QAction &action(const char *kind) const;
    /// Null while nobody has asked for it.
    CompanionWindow *window(const char *kind) const;
    /// The same, of a known class.
    template <typename Window>
    Window *window(const char *kind) const { return static_cast<Window *>(window(kind)); }
    /// All that were asked for.
    std::vector<CompanionWindow *> windows() const;
    void closeAll();
    /// What windows may use.
    const WindowContext &context() const { return m_context; }

signals:
    void filterRequested(const QString &selected, vethscope::FilterUse use, vethscope::FilterStep step);
    /// The selected packet is to be seen.
    void packetOpened();
    void evidenceRequested(const vethscope::Evidence &line);
    void predictRequested(const QString &from, const QString &to);

private:
    struct Place {
        const WindowKind *kind;
        QAction *action;
        std::unique_ptr<CompanionWindow> window;
    };

    CompanionWindow &made(Place &at);
    std::size_t placeOf(const char *kind) const;

    const WindowContext m_context;
    std::vector<Place> m_places; // no more come once the commands are there
};

} // namespace vethscope
