#pragma once

#include "core/follow/streamtext.h"

#include <QPlainTextEdit>

#include <memory>
#include <optional>
#include <vector>

namespace vethscope {

/// Whose bytes are shown.
enum class StreamDirection : std::uint8_t { Both, FromClient, FromServer };

bool isShown(StreamDirection direction, const StreamChunk &chunk);

/// What both sides of a conversation sent, one after another: each in its colour, with an arrow beside the line where it begins to speak.
/// A click, or Enter, leads to the packet that brought the bytes. Shows the first megabytes; who saves gets all.
class FollowView : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit FollowView(QWidget *parent = nullptr);

    /// More of the same one leaves the cursor, what is selected, and the lines that are seen.
    void showStream(std::shared_ptr<const FollowedStream> stream, StreamFormat format, StreamDirection direction);
    /// Bytes that are not shown because there are too many.
    std::size_t leftOut() const { return m_leftOut; }
    /// The chunk at the cursor; null where there is none.
    const StreamChunk *currentChunk() const;
    /// Looks for words from the cursor on, then from the other end; false when they are nowhere.
    bool findWords(const QString &words, bool backwards);

    void paintGutter(QWidget &gutter, const QRect &part);

signals:
    /// That row of the store is to be seen.
    void packetChosen(int row);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum LineState { ClientLine = 1, ServerLine = 2, BeginsTurn = 4 }; // of a block of text

    void fill();
    void fillAgain();
    void add(const QString &text, const StreamChunk *chunk, bool beginsTurn);
    QWidget *makeGutter();
    int gutterWidth() const;
    void arrange();

    std::shared_ptr<const FollowedStream> m_stream;
    StreamFormat m_format = StreamFormat::Ascii;
    StreamDirection m_direction = StreamDirection::Both;
    std::size_t m_leftOut = 0;
    std::vector<std::pair<int, const StreamChunk *>> m_places; // where in the text a chunk begins
    QWidget *m_gutter;
};

} // namespace vethscope
