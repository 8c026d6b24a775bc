#pragma once

#include "ui/matrix/matrixsources.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace vethscope {

/// What stands above the table: whose facts, with what they are compared, what is looked for, how large cells are, and what is exported.
class MatrixOptions : public QWidget
{
    Q_OBJECT

public:
    explicit MatrixOptions(const MatrixSources &sources, QWidget *parent = nullptr);

    /// Empty: nothing is compared.
    MatrixSource before() const;
    MatrixSource after() const;
    QString beforeTitle() const;
    QString afterTitle() const;
    void chooseBefore(int place);
    /// -1: nothing is compared.
    void chooseAfter(int place);
    /// Whether there are two sides to be looked at.
    void setCompared(bool isCompared);
    void setExportEnabled(bool enabled);

    QLineEdit &search() const { return *m_search; }
    QCheckBox &onlyFailing() const { return *m_failing; }
    QCheckBox &onlyChanged() const { return *m_changed; }
    QComboBox &beforeChoice() const { return *m_before; }
    QComboBox &afterChoice() const { return *m_after; }
    QComboBox &side() const { return *m_side; }

signals:
    void sourcesChanged();
    /// Another snapshot is wanted, for one side: a file or archive, or a folder.
    void openRequested(bool isAfter, bool isFolder);
    void searchChanged(const QString &text);
    void onlyFailingToggled(bool only);
    void onlyChangedToggled(bool only);
    void sideChanged(bool isAfter);
    void zoomRequested(int steps);
    void fitRequested();
    void csvRequested();
    void svgRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeRows();
    void fill();
    void choose(QComboBox &box, bool isAfter);
    void retranslate();
    MatrixSource sourceOf(const QComboBox &box) const;

    const MatrixSources &m_sources;
    QLabel *m_beforeLabel, *m_afterLabel;
    QComboBox *m_before, *m_after, *m_side;
    QLineEdit *m_search;
    QCheckBox *m_failing, *m_changed;
    QToolButton *m_smaller, *m_larger, *m_fit, *m_export;
    int m_beforePlace = 0, m_afterPlace = -1;
};

} // namespace vethscope
