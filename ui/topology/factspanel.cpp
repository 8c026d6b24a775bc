#include "ui/topology/factspanel.h"

#include "ui/theme/palette.h"
#include "ui/topology/factstext.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QTextBrowser>
#include <QUrl>

namespace vethscope {

FactsPanel::FactsPanel(QWidget *parent)
    : QWidget(parent), m_text(new QTextBrowser(this)), m_expression(new QLabel(this)), m_filter(new QPushButton(this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_text->setOpenLinks(false);
    m_text->setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard);
    connect(m_text, &QTextBrowser::anchorClicked, this, [this](const QUrl &row) {
        if (const auto place = row.path().toULongLong(); place < m_facts.rows.size())
            emit evidenceRequested(m_facts.rows[place].evidence);
    });
    m_text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_expression->setTextFormat(Qt::PlainText);
    m_expression->setWordWrap(true);
    m_expression->setObjectName(QStringLiteral("muted"));
    m_expression->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_filter->setObjectName(QStringLiteral("quiet"));
    connect(m_filter, &QPushButton::clicked, this, [this] { emit filterRequested(m_wanted); });

    auto *below = new QVBoxLayout;
    below->setContentsMargins(14, 8, 14, 12);
    below->setSpacing(6);
    below->addWidget(m_expression);
    below->addWidget(m_filter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_text, 1);
    column->addLayout(below);
    setFocusProxy(m_text);
    refresh();
}

void FactsPanel::setElement(const Subject &subject, const Description &facts, const QString &filter)
{
    m_subject = subject;
    m_facts = facts;
    m_wanted = filter;
    refresh();
}

void FactsPanel::clear()
{
    m_subject = {};
    m_facts = {};
    m_wanted.clear();
    refresh();
}

void FactsPanel::setHasPackets(bool hasPackets)
{
    m_hasPackets = hasPackets;
    refresh();
}

QString FactsPanel::text() const
{
    return m_text->toPlainText();
}

QString FactsPanel::filterTitle(Subject::Kind kind)
{
    switch (kind) {
    case Subject::Kind::Pod:
        return tr("Filter packets of this pod");
    case Subject::Kind::Tunnel:
        return tr("Filter packets of this tunnel");
    case Subject::Kind::Node:
        return tr("Filter packets of this node");
    case Subject::Kind::BgpSession:
        return tr("Filter packets of this session");
    case Subject::Kind::Router:
        return tr("Filter packets of this router");
    case Subject::Kind::Subnet:
        return tr("Filter packets of this subnet");
    case Subject::Kind::NextHop:
        return tr("Filter packets of this way");
    default:
        return tr("Filter packets of this interface");
    }
}

void FactsPanel::refresh()
{
    const bool empty = m_subject.kind == Subject::Kind::None;
    if (empty)
        m_text->setHtml(QStringLiteral("<p style=\"color:%1\">%2</p>")
                            .arg(Palette::current().muted.name(), tr("Click an element, or walk through the drawing with the arrow keys: "
                                                                      "here is what the hosts printed about it.").toHtmlEscaped()));
    else
        m_text->setHtml(factsText(m_facts));
    m_text->setAccessibleName(tr("Facts"));
    m_text->setAccessibleDescription(empty ? QString() : QString::fromStdString(m_facts.title) + QStringLiteral(", ") + factsSpoken(m_facts));
    const bool offers = !m_wanted.isEmpty();
    m_filter->setVisible(offers);
    m_expression->setVisible(offers);
    m_filter->setText(filterTitle(m_subject.kind));
    m_filter->setEnabled(m_hasPackets);
    m_filter->setToolTip(m_hasPackets ? QString() : tr("Open a capture first"));
    m_expression->setText(m_wanted);
    m_expression->setFont(monospaceFont());
}

void FactsPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange || changesFonts(*event))
        refresh();
    QWidget::changeEvent(event);
}

} // namespace vethscope
