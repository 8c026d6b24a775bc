#include "ui/panels/comparecell.h"

#include "ui/theme/palette.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

namespace vethscope {
namespace {

constexpr double corner = 8;
constexpr QChar breakHere(0x200b); // lets a long address go on in the next line

void colour(QLabel &label, const QColor &ink)
{
    QPalette palette = label.palette();
    label.setForegroundRole(QPalette::WindowText); // else it would follow the background's role
    palette.setColor(QPalette::WindowText, ink);
    label.setPalette(palette);
}

QFont sized(QFont font, double factor, QFont::Weight weight = QFont::Normal)
{
    font.setPointSizeF(font.pointSizeF() * factor);
    font.setWeight(weight);
    return font;
}

QFont valueFont(const QFont &base)
{
    QFont font = monospaceFont();
    font.setPointSizeF(base.pointSizeF() * 1.3);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont addressFont(const QFont &base)
{
    QFont font = monospaceFont();
    font.setPointSizeF(base.pointSizeF());
    return font;
}

QString breakable(QString text)
{
    return text.size() > 24 ? text.replace(QLatin1Char(':'), QLatin1Char(':') + QString(breakHere)) : text;
}

// Names of pods are one word of many parts.
QString breakableName(QString name)
{
    for (const QChar joint : {QLatin1Char('-'), QLatin1Char('/'), QLatin1Char('.')})
        name.replace(joint, joint + QString(breakHere));
    return name;
}

bool changesLook(const QEvent &event)
{
    return event.type() == QEvent::PaletteChange || event.type() == QEvent::FontChange;
}

// Palettes and fonts set upon labels come back as changes of the widget; they are no news.
void setFontOnce(QLabel &label, const QFont &font)
{
    if (label.font() != font)
        label.setFont(font);
}

} // namespace

CompareCard::CompareCard(Scope scope, QWidget *parent)
    : QAbstractButton(parent), m_scope(scope), m_label(new QLabel(this)), m_value(new QLabel(this)), m_address(new QLabel(this)),
      m_note(new QLabel(this)), m_why(new QToolButton(this)), m_grid(new QGridLayout(this))
{
    for (QLabel *label : {m_label, m_value, m_address, m_note}) {
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_grid->setContentsMargins(18, 9, 14, 9);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(2);
    place();
    m_why->setObjectName(QStringLiteral("why"));
    m_why->setCursor(Qt::PointingHandCursor);
    m_why->hide();
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setFocusPolicy(Qt::StrongFocus);
    adoptLook();
}

// Wide: the label left of everything else. Narrow: above it, and the words have all the room.
void CompareCard::place()
{
    for (QWidget *part : {static_cast<QWidget *>(m_label), static_cast<QWidget *>(m_value), static_cast<QWidget *>(m_address), static_cast<QWidget *>(m_note), static_cast<QWidget *>(m_why)})
        m_grid->removeWidget(part);
    const int first = m_narrow ? 1 : 0, words = m_narrow ? 0 : 1;
    m_grid->addWidget(m_label, 0, 0, Qt::AlignTop);
    m_grid->addWidget(m_why, 0, 2, Qt::AlignTop | Qt::AlignRight);
    m_grid->addWidget(m_value, first, words, 1, m_narrow ? 3 : 1);
    m_grid->addWidget(m_address, first + 1, words, 1, 3 - words);
    m_grid->addWidget(m_note, first + 2, words, 1, 3 - words);
    m_grid->setRowStretch(3, m_narrow ? 0 : 1);
    m_grid->setRowStretch(4, m_narrow ? 1 : 0);
    m_grid->setColumnStretch(0, 5);
    m_grid->setColumnStretch(1, m_narrow ? 0 : 11);
}

void CompareCard::setNarrow(bool narrow)
{
    if (narrow == m_narrow)
        return;
    m_narrow = narrow;
    place();
}

void CompareCard::adoptLook()
{
    const Palette &palette = Palette::current();
    setFontOnce(*m_label, sized(font(), 0.95));
    setFontOnce(*m_value, valueFont(font()));
    setFontOnce(*m_address, addressFont(font()));
    setFontOnce(*m_note, sized(font(), 0.95));
    colour(*m_label, palette.muted);
    colour(*m_value, m_cell.isPresent() ? palette.of(m_scope).ink : palette.muted);
    colour(*m_address, palette.of(m_scope).ink);
    colour(*m_note, palette.muted);
}

void CompareCard::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (changesLook(*event))
        adoptLook();
}

void CompareCard::display(const QString &label, const CompareCell &cell)
{
    m_cell = cell;
    m_label->setText(label);
    const bool named = !cell.name.isEmpty();
    m_value->setText(!cell.isPresent() ? QStringLiteral("—") : named ? breakableName(cell.name) : breakable(cell.value));
    m_address->setText(named ? breakable(cell.value) : QString());
    m_address->setVisible(named);
    setToolTip(cell.owner);
    m_note->setText(cell.note);
    m_note->setVisible(!cell.note.isEmpty());
    setEnabled(cell.isPresent());
    setCursor(cell.isPresent() ? Qt::PointingHandCursor : Qt::ArrowCursor);
    adoptLook();
    const QString value = !cell.isPresent() ? tr("none") : named ? cell.name + QStringLiteral(", ") + cell.value : cell.value;
    const QString name = tr("%1, %2: %3", "network, field, value").arg(scopeName(m_scope), label, value);
    setAccessibleName(cell.note.isEmpty() ? name : name + QStringLiteral(". ") + cell.note);
}

void CompareCard::setForetold(std::optional<Agreement> foretold)
{
    m_why->setVisible(foretold.has_value());
    if (!foretold)
        return;
    m_why->setText(signOf(*foretold) + QLatin1Char(' ') + tr("why?"));
    m_why->setProperty("foretold", *foretold == Agreement::As ? "as" : *foretold == Agreement::Otherwise ? "otherwise" : "not");
    m_why->style()->polish(m_why); // the sheet looks at the property only then
    m_why->setToolTip(wordsOf(*foretold));
    m_why->setAccessibleName(tr("Why? %1: %2").arg(accessibleName(), wordsOf(*foretold)));
}

void CompareCard::setLit(bool lit)
{
    if (lit == m_lit)
        return;
    m_lit = lit;
    update();
}

void CompareCard::paintEvent(QPaintEvent *)
{
    const Palette &palette = Palette::current();
    const ScopeColours colours = palette.of(m_scope);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(m_lit ? colours.soft : underMouse() && isEnabled() ? palette.hover : palette.base);
    painter.setPen(m_lit || hasFocus() ? QPen(m_lit ? colours.strong : palette.accent, 1.6) : QPen(palette.line, 1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), corner, corner);
}

CompareLink::CompareLink(QWidget *parent) : QWidget(parent), m_pill(new QLabel(this)), m_explanation(new QLabel(this))
{
    m_pill->setAlignment(Qt::AlignCenter);
    m_pill->setContentsMargins(14, 2, 14, 3);
    m_explanation->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_explanation->setWordWrap(true);
    m_explanation->setTextFormat(Qt::PlainText);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 8, 18, 4);
    layout->setSpacing(5);
    layout->addWidget(m_pill, 0, Qt::AlignHCenter);
    layout->addWidget(m_explanation);
    layout->addStretch();
    adoptLook();
}

void CompareLink::adoptLook()
{
    setFontOnce(*m_pill, sized(font(), 0.92, QFont::DemiBold));
    setFontOnce(*m_explanation, sized(font(), 0.95));
    colour(*m_pill, Palette::current().tunnel.ink);
    colour(*m_explanation, Palette::current().muted);
}

void CompareLink::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (changesLook(*event))
        adoptLook();
}

void CompareLink::display(const CompareRow &row)
{
    const QString name = relationName(row.relation);
    m_pill->setText(name);
    m_pill->setVisible(!name.isEmpty());
    m_explanation->setText(row.explanation);
    setAccessibleName(name.isEmpty() ? row.explanation : row.label + QStringLiteral(", ") + name + QStringLiteral(": ") + row.explanation);
}

void CompareLink::paintEvent(QPaintEvent *)
{
    const Palette &palette = Palette::current();
    QPainter painter(this);
    const bool pilled = m_pill->isVisibleTo(this);
    const int y = pilled ? m_pill->geometry().center().y() : m_explanation->geometry().top() - 4;
    QPen dashes(palette.line, 1.2);
    dashes.setDashPattern({4, 4});
    painter.setPen(dashes);
    painter.drawLine(0, y, width(), y);
    if (!pilled)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF pill = QRectF(m_pill->geometry()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(palette.tunnel.strong, 1));
    painter.setBrush(palette.tunnel.soft);
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
}

CompareHead::CompareHead(Scope scope, QWidget *parent) : QWidget(parent), m_scope(scope), m_title(new QLabel(this)), m_remark(new QLabel(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(20, 10, 14, 10);
    layout->setSpacing(16);
    if (scope == Scope::Tunnel)
        layout->addStretch();
    layout->addWidget(m_title);
    layout->addWidget(m_remark);
    layout->addStretch();
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    adoptLook();
}

void CompareHead::display(Scope scope, const QString &title, const QString &remark)
{
    m_scope = scope;
    m_title->setText(title);
    m_remark->setText(remark);
    setNarrow(m_narrow);
    setAccessibleName(remark.isEmpty() ? title : title + QStringLiteral(", ") + remark);
    adoptLook();
}

void CompareHead::setNarrow(bool narrow)
{
    m_narrow = narrow;
    m_remark->setVisible(!m_remark->text().isEmpty() && (!narrow || m_scope == Scope::Tunnel));
}

void CompareHead::adoptLook()
{
    const Palette &palette = Palette::current();
    const bool seam = m_scope == Scope::Tunnel;
    setFontOnce(*m_title, sized(font(), seam ? 1.08 : 1.2, QFont::DemiBold));
    setFontOnce(*m_remark, seam ? sized(font(), 1.08, QFont::DemiBold) : font());
    colour(*m_title, palette.of(m_scope).ink);
    colour(*m_remark, seam ? palette.tunnel.ink : palette.muted);
}

void CompareHead::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (changesLook(*event))
        adoptLook();
}

void CompareHead::paintEvent(QPaintEvent *)
{
    const ScopeColours colours = Palette::current().of(m_scope);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colours.strong, 1.4));
    painter.setBrush(colours.soft);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.7, 0.7, -0.7, -0.7), corner, corner);
    if (m_scope == Scope::Tunnel)
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.strong);
    painter.drawRoundedRect(QRectF(0, 0, 6, height()), 3, 3);
}

} // namespace vethscope
