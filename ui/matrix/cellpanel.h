#pragma once

#include "ui/matrix/celltext.h"

#include <QWidget>

class QPushButton;
class QTextBrowser;

namespace vethscope {

/// What becomes of the packets of the chosen cell, why, and what can be done about it.
class CellPanel : public QWidget
{
    Q_OBJECT

public:
    explicit CellPanel(QWidget *parent = nullptr);

    void show(std::shared_ptr<const MatrixResult> result, bool isAfter, std::size_t cell);
    void clear();
    QString text() const;
    /// Of the cell; empty where nothing is missing.
    QString command() const { return m_text.command; }

signals:
    /// The snapshot is to be opened at that line.
    void evidenceRequested(const vethscope::Evidence &line);
    /// As `predict --from --to` takes them.
    void predictRequested(const QString &from, const QString &to);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void follow(const QUrl &link);

    QTextBrowser *m_browser;
    QPushButton *m_copy, *m_predict;
    std::shared_ptr<const MatrixResult> m_result;
    bool m_isAfter = false;
    std::size_t m_cell = 0;
    CellText m_text;
};

} // namespace vethscope
