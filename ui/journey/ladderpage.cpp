#include "ui/journey/ladderpage.h"

#include "core/journeyfigures/conversation.h"
#include "ui/journey/followedjourneys.h"
#include "ui/journey/journeytext.h"
#include "ui/journey/ladderexport.h"
#include "ui/journey/ladderview.h"
#include "ui/journey/selectedjourney.h"
#include "ui/shared/language.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>

namespace vethscope {

LadderPage::LadderPage(const SelectedJourney &journey, QWidget *parent)
    : QWidget(parent), m_journey(journey), m_label(new QLabel(this)), m_of(new QComboBox(this)), m_export(new QPushButton(this)), m_view(new LadderView(this))
{
    m_export->setObjectName(QStringLiteral("quiet"));
    m_label->setBuddy(m_of);
    for (const Of of : {Of::Packet, Of::Flow, Of::Conversation})
        m_of->addItem({}, int(of));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 4, 12, 4);
    row->setSpacing(10);
    row->addWidget(m_label);
    row->addWidget(m_of);
    row->addStretch();
    row->addWidget(m_export);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_view, 1);
    setFocusProxy(m_view);
    connect(m_of, &QComboBox::currentIndexChanged, this, &LadderPage::draw);
    connect(m_export, &QPushButton::clicked, this, &LadderPage::exportFigure);
    connect(m_view, &LadderView::rowChosen, this, &LadderPage::rowChosen);
    retranslate();
}

LadderPage::Of LadderPage::of() const
{
    return Of(m_of->currentData().toInt());
}

void LadderPage::setOf(Of of)
{
    m_of->setCurrentIndex(m_of->findData(int(of)));
}

std::vector<std::size_t> LadderPage::journeys() const
{
    if (!m_journey.place())
        return {};
    const journey::Followed &followed = *m_journey.all().followed;
    switch (of()) {
    case Of::Flow: return journeysOfFlow(followed, m_journey.journey().flow);
    case Of::Conversation: return journeysOfConversation(followed, m_journey.journey().flow);
    case Of::Packet: break;
    }
    return {*m_journey.place()};
}

void LadderPage::showJourney()
{
    m_isStale = true;
    if (isVisible() || !m_journey.isKnown())
        draw();
}

void LadderPage::showHop()
{
    if (!m_isStale && m_journey.place())
        m_view->setRow(int(m_journey.journey().hops[m_journey.hop()].rows.front()));
}

void LadderPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        draw();
}

void LadderPage::draw()
{
    m_isStale = false;
    m_export->setEnabled(m_journey.place().has_value());
    if (!m_journey.place())
        return m_view->setFigure({});
    LadderOptions options;
    options.title = flowTitle(m_journey.all().followed->tuple(m_journey.journey())).toStdString();
    options.language = windowLanguage();
    m_view->setFigure(layoutLadder(*m_journey.all().followed, journeys(), options));
    m_view->setAccessibleDescription(QString::fromStdString(m_view->figure().title) + QStringLiteral(", ") + QString::fromStdString(m_view->figure().caption));
    showHop();
}

void LadderPage::exportFigure()
{
    if (!m_journey.place())
        return;
    const QString svg = tr("SVG drawings (*.svg)"), png = tr("PNG images (*.png)"), pdf = tr("PDF documents (*.pdf)");
    QString chosen = svg;
    const QString path = QFileDialog::getSaveFileName(this, tr("Export the Ladder"), tr("ladder") + QStringLiteral(".svg"), QStringList{svg, png, pdf}.join(QStringLiteral(";;")), &chosen);
    if (path.isEmpty())
        return;
    const QString whole = withSuffix(path, chosen == png ? QStringLiteral("png") : chosen == pdf ? QStringLiteral("pdf") : QStringLiteral("svg"));
    if (const Result<void> saved = saveLadder(m_view->figure(), whole))
        emit exported(whole);
    else
        emit failed(translated(saved.error().message));
}

void LadderPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showJourney();
    }
    QWidget::changeEvent(event);
}

void LadderPage::retranslate()
{
    m_label->setText(tr("Ladder of"));
    m_of->setItemText(0, tr("this packet"));
    m_of->setItemText(1, tr("its flow"));
    m_of->setItemText(2, tr("its flow and the answers"));
    m_of->setAccessibleName(tr("What the ladder shows"));
    m_export->setText(tr("Export…"));
    m_view->setAccessibleName(tr("Ladder: a line for each capture point, time downwards"));
}

} // namespace vethscope
