#pragma once

#include "ui/follow/followview.h"
#include "ui/statistics/countingwindow.h"

class QLineEdit;
class QPushButton;

namespace vethscope {

class FollowOptions;

/// One conversation, put together: the selected packet's when its command asks for it, or any other by its number. The list shows its
/// packets; a click on its bytes selects the packet that brought them.
class FollowWindow : public CountingWindow
{
    Q_OBJECT

public:
    FollowWindow(StreamContent content, const WindowKind &kind, const WindowContext &context);

    /// That conversation; the display filter lets through its packets.
    void follow(std::uint32_t number);
    void asked() override;
    bool isBusy() const override { return CountingWindow::isBusy() || m_isWaiting; }

    /// Null while nothing is followed.
    std::shared_ptr<const FollowedStream> stream() const { return m_shown; }
    FollowView &view() const { return *m_view; }
    FollowOptions &options() const { return *m_options; }
    /// What Save writes: all bytes in the chosen direction, in the chosen format; raw bytes as they are.
    QByteArray saved() const;
    /// "Client packets: 3 · server packets: 2 · turns: 5".
    QString summary() const;
    /// In the innermost headers of a packet; none when it has no such conversation, or nobody knows yet.
    static std::optional<std::uint32_t> streamOf(const WindowContext &context, StreamContent content, int row);

protected:
    QString subject() const override;
    bool hasRows() const override;
    QString whyNothing() const override;
    QString activity() const override;
    void showPage() override;
    void retranslate() override;
    QWidget *firstFocus() const override;

private:
    void arrangeWidgets();
    void connectParts();
    void connectFinding();
    std::unique_ptr<CountingPass> makePass(const PacketStore &store, const Dissector &dissector) const;
    void followSelected();
    void letGo();
    void showStream();
    void showPlace();
    void find(bool backwards);
    void save();
    void copyText();
    void filterOut();

    const StreamContent m_content;
    std::optional<std::uint32_t> m_number;
    bool m_isWaiting = false; // for the pass over the flows to come to the selected packet
    bool m_takesNext = true;  // the next packet that is selected says which
    std::shared_ptr<const FollowedStream> m_shown;
    FollowOptions *m_options;
    FollowView *m_view;
    QLabel *m_place;
    QLineEdit *m_words;
    QPushButton *m_next, *m_previous, *m_out, *m_copy, *m_save;
};

} // namespace vethscope
