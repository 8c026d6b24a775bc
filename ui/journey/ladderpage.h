#pragma once

#include <QWidget>

#include <cstdint>
#include <vector>

class QComboBox;
class QLabel;
class QPushButton;

namespace vethscope {

class LadderView;
class SelectedJourney;

/// The ladder of the selected packet, of its flow, or of its flow and the answers to it.
class LadderPage : public QWidget
{
    Q_OBJECT

public:
    explicit LadderPage(const SelectedJourney &journey, QWidget *parent = nullptr);

    /// What is drawn.
    enum class Of : std::uint8_t { Packet, Flow, Conversation };
    Of of() const;
    void setOf(Of of);
    LadderView &view() { return *m_view; }
    /// Asks for a file and writes the drawing.
    void exportFigure();

    void showJourney();
    void showHop();

signals:
    void rowChosen(int row);
    void exported(const QString &path);
    void failed(const QString &message);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    std::vector<std::size_t> journeys() const;
    void draw();
    void retranslate();

    const SelectedJourney &m_journey;
    QLabel *m_label;
    QComboBox *m_of;
    QPushButton *m_export;
    LadderView *m_view;
    bool m_isStale = true;
};

} // namespace vethscope
