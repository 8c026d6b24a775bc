#pragma once

#include "ui/figures/comparerows.h"

#include <QScrollArea>

#include <vector>

class QGridLayout;
class QLabel;

namespace vethscope {

class CompareCard;
class CompareChoice;
class CompareHead;
class CompareLink;
class Explanations;
class Selection;

/// The selected packet as the nodes see it beside the same packet as the pods see it, field by field,
/// and between them what the tunnel copied, computed, looked up or added.
class ComparePanel : public QScrollArea
{
    Q_OBJECT

public:
    /// Without explanations nobody asks why.
    explicit ComparePanel(Selection &selection, const Explanations *explanations = nullptr, QWidget *parent = nullptr);

    const Comparison &comparison() const { return m_comparison; }
    /// The cards in the order of their rows, underlay before overlay.
    std::vector<CompareCard *> cards() const;

signals:
    /// Somebody asks why the selected address is there.
    void whyRequested();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Line {
        CompareCard *underlay;
        CompareLink *link;
        CompareCard *overlay;
    };

    void packetChanged();
    void showPacket();
    void nameAddresses();
    void showHeads();
    void showNode();
    void showForetold();
    void adoptWidth();
    void adoptLook();
    Line addLine();
    QString subtitle() const;
    Scope outerScope() const;

    Selection &m_selection;
    const Explanations *m_explanations;
    Comparison m_comparison;
    ComparedDepths m_depths; // that were chosen, for packets that have them
    bool m_stale = true; // the packet changed while nobody looked
    QWidget *m_page;
    QGridLayout *m_grid;
    QLabel *m_title;
    QLabel *m_subtitle;
    CompareChoice *m_choice;
    QLabel *m_footnote;
    QLabel *m_nativeRemark; // where the overlay would stand
    CompareHead *m_underlayHead;
    CompareHead *m_tunnelHead;
    CompareHead *m_overlayHead;
    std::vector<Line> m_lines;
};

} // namespace vethscope
