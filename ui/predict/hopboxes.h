#pragma once

#include "core/summary/pathboxes.h"

#include <QWidget>

namespace vethscope {

/// The headers of a foretold packet at one hop, as boxes below a title; on each that changed a sign: + added, − removed, ≠ rewritten.
class HopBoxes : public QWidget
{
    Q_OBJECT

public:
    explicit HopBoxes(QWidget *parent = nullptr);

    /// `whole` is the size that the full width stands for: two rows are drawn to one scale. Without boxes `remark` stands there.
    void setBoxes(const QString &title, std::vector<PathBox> boxes, std::uint32_t whole, const QString &remark);
    const std::vector<PathBox> &boxes() const { return m_boxes; }
    QString title() const { return m_title; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    /// "+", "−", "≠", or nothing.
    static QString signOf(Fate fate);
    /// "added", "removed", "rewritten", "kept".
    static QString wordOf(Fate fate);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRectF boxesArea() const;
    QFont boxesFont() const;
    double needed(const QFont &font) const;
    std::vector<Box> plain() const;
    int titleHeight() const;
    QString spoken() const;

    QString m_title;
    QString m_remark;
    std::vector<PathBox> m_boxes;
    std::uint32_t m_whole = 0;
};

} // namespace vethscope
