#pragma once

#include "core/find/finder.h"
#include "ui/shared/worker.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace vethscope {

class Commands;
class FindBar;
class OpenCapture;
class PacketListModel;
class PacketListPanel;
class Selection;

/// Looks through the displayed packets for what the find bar asks, from the selected one on and round the end, beside the window, and selects what it finds:
/// one place after the other where a packet has several.
class FindController : public QObject
{
    Q_OBJECT

public:
    FindController(FindBar &bar, const OpenCapture &capture, PacketListModel &model, PacketListPanel &list, Selection &selection, Commands &commands, QObject *parent = nullptr);
    ~FindController() override;

    void findNext(bool backwards);
    /// The next packet of the selected one's conversation, its innermost; it does not go round the end.
    void findInConversation(bool backwards);
    void stop();
    bool isRunning() const { return m_run != nullptr; }

signals:
    /// The bar was asked for.
    void wanted();
    /// Something was found, and is selected.
    void found();

private:
    struct Run;
    bool findInSelected(const Finder &finder, bool backwards);
    void start(Finder finder, bool backwards, bool goesRound = true);
    void look();
    void show(int row, const FindHit &hit, std::size_t place);
    std::vector<FindHit> hitsIn(const Finder &finder) const;

    FindBar &m_bar;
    const OpenCapture &m_capture;
    PacketListModel &m_model;
    PacketListPanel &m_list;
    Selection &m_selection;
    FindRequest m_last;
    int m_lastRow = -1;         // of the store, where it was found
    std::size_t m_lastPlace = 0; // among the packet's hits
    std::shared_ptr<Run> m_run;
    Worker m_worker;
    QTimer m_timer;
};

} // namespace vethscope
