#pragma once

#include "core/dissect/layer.h"
#include "ui/figures/comparerows.h"
#include "ui/why/agreement.h"

#include <QAbstractButton>
#include <QLabel>
#include <QWidget>

#include <optional>

class QGridLayout;
class QToolButton;

namespace vethscope {

/// One field of one network as a card: its name, its value (an address below the name of whom it belongs to), a remark. A button, so that keyboard and
/// screen reader come with it.
class CompareCard : public QAbstractButton
{
    Q_OBJECT

public:
    CompareCard(Scope scope, QWidget *parent);

    void setScope(Scope scope) { m_scope = scope; }
    void display(const QString &label, const CompareCell &cell);
    const CompareCell &cell() const { return m_cell; }
    /// Whether the selected field is this one.
    void setLit(bool lit);
    /// Whether the value is as foretold, with a button that asks why it is there; without, there is no button.
    void setForetold(std::optional<Agreement> foretold);
    QToolButton &why() { return *m_why; }
    /// Whether there is no room for the label beside the value.
    void setNarrow(bool narrow);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void adoptLook();
    void place();

    Scope m_scope;
    bool m_narrow = false;
    CompareCell m_cell;
    bool m_lit = false;
    QLabel *m_label;
    QLabel *m_value;
    QLabel *m_address; // below the name that stands in the value's place
    QLabel *m_note;
    QToolButton *m_why;
    QGridLayout *m_grid;
};

/// What lies between two cards: how the underlay's value came about, upon a line that joins them.
class CompareLink : public QWidget
{
    Q_OBJECT

public:
    explicit CompareLink(QWidget *parent);

    void display(const CompareRow &row);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void adoptLook();

    QLabel *m_pill;
    QLabel *m_explanation;
};

/// The head of a column, in the hue of its network.
class CompareHead : public QWidget
{
    Q_OBJECT

public:
    CompareHead(Scope scope, QWidget *parent);

    void display(Scope scope, const QString &title, const QString &remark);
    /// Whether there is no room for what the network is.
    void setNarrow(bool narrow);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void adoptLook();

    Scope m_scope;
    bool m_narrow = false;
    QLabel *m_title;
    QLabel *m_remark;
};

} // namespace vethscope
