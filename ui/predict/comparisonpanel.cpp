#include "ui/predict/comparisonpanel.h"

#include "core/dissect/scopewords.h"
#include "ui/figures/comparerows.h"
#include "ui/predict/hoptext.h"
#include "ui/shared/explanations.h"
#include "ui/shared/language.h"
#include "ui/shared/selection.h"
#include "ui/shared/utf8text.h"
#include "ui/theme/palette.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>

#include <algorithm>

namespace vethscope {
namespace {

using explain::Agreement;

enum Cell { AgreementColumn, FieldScopeColumn, FieldColumn, ForetoldColumn, CapturedColumn };

constexpr auto agreements = std::to_array<Agreement>({Agreement::Match, Agreement::Differs, Agreement::NotObserved, Agreement::NotPredictable});

QColor colourOf(Agreement agreement)
{
    const Palette &palette = Palette::current();
    return agreement == Agreement::Match ? palette.good : agreement == Agreement::Differs ? palette.bad : palette.muted;
}

QString joined(const std::vector<std::string> &values)
{
    QStringList list;
    for (const std::string &value : values)
        list << QString::fromStdString(value);
    return list.join(ComparisonPanel::tr(" or ", "between values"));
}

} // namespace

ComparisonPanel::ComparisonPanel(Explanations &explanations, Selection &selection, QWidget *parent)
    : QWidget(parent), m_explanations(explanations), m_selection(selection), m_title(new QLabel(this)), m_summary(new QLabel(this)),
      m_rows(new QTreeWidget(this)), m_remark(new QLabel(this)), m_command(new QLabel(this)), m_copy(new QPushButton(this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_title->setObjectName(QStringLiteral("panelTitle"));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_summary->setTextFormat(Qt::RichText);
    m_summary->setWordWrap(true);
    m_rows->setObjectName(QStringLiteral("reportTree"));
    m_rows->setRootIsDecorated(false);
    m_rows->setUniformRowHeights(true);
    m_rows->setAllColumnsShowFocus(true);
    m_rows->setColumnCount(5);
    m_rows->header()->setStretchLastSection(true);
    m_rows->header()->setMinimumSectionSize(fontMetrics().averageCharWidth() * 3); // signs and tags take no more
    m_remark->setWordWrap(true);
    m_remark->setTextFormat(Qt::RichText);
    m_remark->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_command->setWordWrap(true);
    m_command->setTextFormat(Qt::PlainText);
    m_command->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_copy->setObjectName(QStringLiteral("quiet"));

    auto *ask = new QHBoxLayout;
    ask->setSpacing(10);
    ask->addWidget(m_command, 1);
    ask->addWidget(m_copy, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 12, 12);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_summary);
    column->addWidget(m_rows, 1);
    column->addWidget(m_remark);
    column->addLayout(ask);
    column->addStretch(0); // takes the room while there are no rows
    setFocusProxy(m_rows);

    connect(&explanations, &Explanations::changed, this, &ComparisonPanel::refresh);
    connect(m_rows, &QTreeWidget::currentItemChanged, this, &ComparisonPanel::showCurrent);
    connect(m_rows, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem *item) {
        const explain::FrameComparison *frame = m_explanations.comparison();
        if (!frame)
            return;
        for (const Evidence &line : frame->fields[std::size_t(m_rows->indexOfTopLevelItem(item))].evidence)
            if (line.source)
                return emit evidenceRequested(line);
    });
    connect(m_remark, &QLabel::linkActivated, this, [this] { emit m_rows->itemActivated(m_rows->currentItem(), 0); });
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_ask); });
    retranslate();
}

QString ComparisonPanel::wordOf(Agreement agreement)
{
    switch (agreement) {
    case Agreement::Match: return QStringLiteral("✓ ") + tr("match");
    case Agreement::Differs: return QStringLiteral("≠ ") + tr("differs");
    case Agreement::NotObserved: return QStringLiteral("– ") + tr("not observed");
    case Agreement::NotPredictable: break;
    }
    return QStringLiteral("? ") + tr("not predictable");
}

QString ComparisonPanel::summary() const
{
    return m_summary->text();
}

QString ComparisonPanel::remark() const
{
    return m_remark->text() + (m_ask.isEmpty() ? QString() : QLatin1Char('\n') + m_command->text());
}

QString ComparisonPanel::whatIsMissing() const
{
    switch (m_explanations.lack()) {
    case Explanations::Lack::HostOutputIsRead: return tr("Host output is being read.");
    case Explanations::Lack::HostOutput: return tr("What should be in a packet's headers is foretold from what the hosts print. Import host output, or paste it.");
    case Explanations::Lack::Packet: return tr("Select a packet: its headers are compared with the foretold ones.");
    case Explanations::Lack::Nothing: break;
    }
    return {};
}

void ComparisonPanel::refresh()
{
    m_rows->clear();
    const explain::FrameComparison *frame = m_explanations.comparison();
    if (!frame) {
        m_title->setText(tr("Expected against actual"));
        m_summary->setText(whatIsMissing());
        m_rows->setVisible(false);
        showCurrent();
        return;
    }
    const explain::Point &point = frame->point;
    const QString device = QString::fromStdString(point.interface), machine = QString::fromStdString(point.pod.empty() ? point.node : point.pod);
    const QString where = device.isEmpty() || machine.isEmpty() ? device + machine : tr("%1 of %2", "device, node").arg(device, machine);
    const int number = m_selection.isEmpty() ? 0 : m_selection.row() + 1;
    m_title->setText(where.isEmpty() ? tr("Frame %1, captured nobody knows where").arg(number) : tr("Frame %1, captured on %2").arg(number).arg(where));
    QStringList counts;
    for (const Agreement agreement : agreements)
        if (const std::size_t count = frame->count(agreement))
            counts << QStringLiteral("<span style=\"color:%1\">%2 %3</span>").arg(colourOf(agreement).name()).arg(count).arg(wordOf(agreement));
    QString summary = counts.join(QStringLiteral(" &nbsp;·&nbsp; "));
    if (!m_selection.isEmpty() && endsEncrypted(m_selection.packet()))
        summary += QStringLiteral("<br>") + tr("What is inside is encrypted: the inner headers are not in the capture.").toHtmlEscaped();
    m_summary->setText(summary);
    m_rows->setVisible(true);
    for (const explain::ComparedField &field : frame->fields)
        add(field);
    for (const Cell column : {AgreementColumn, FieldScopeColumn, FieldColumn, ForetoldColumn})
        m_rows->resizeColumnToContents(column);
    showCurrent();
}

void ComparisonPanel::add(const explain::ComparedField &field)
{
    const QString foretold = field.expected.empty() ? QStringLiteral("–") : joined(field.expected);
    const QString captured = field.captured ? QString::fromStdString(*field.captured) : QStringLiteral("–");
    const Scope scope = scopeCalled(field.scope).value_or(Scope::Native);
    const QString word = wordOf(field.agreement);
    auto *item = new QTreeWidgetItem(m_rows, {word.left(1), scopeTag(scope, int(field.depth)), text(field.name), foretold, captured});
    for (const Cell column : {ForetoldColumn, CapturedColumn})
        item->setToolTip(column, item->text(column)); // where it is wider than its column
    item->setForeground(AgreementColumn, colourOf(field.agreement));
    item->setToolTip(AgreementColumn, word); // the summary above has the words, too
    item->setData(AgreementColumn, Qt::AccessibleTextRole, word);
    item->setForeground(FieldScopeColumn, Palette::current().of(scope).ink);
    item->setToolTip(FieldScopeColumn, scopeName(scope, int(field.depth)));
    for (const Cell column : {FieldColumn, ForetoldColumn, CapturedColumn})
        item->setFont(column, monospaceFont());
    if (field.agreement == Agreement::Differs) {
        QFont strong = monospaceFont();
        strong.setWeight(QFont::Bold);
        for (const Cell column : {ForetoldColumn, CapturedColumn}) {
            item->setFont(column, strong);
            item->setBackground(column, Palette::current().badSoft);
        }
    } else if (field.agreement != Agreement::Match) {
        for (const Cell column : {FieldColumn, ForetoldColumn, CapturedColumn})
            item->setForeground(column, Palette::current().muted);
    }
}

void ComparisonPanel::showCurrent()
{
    const explain::FrameComparison *frame = m_explanations.comparison();
    const int row = m_rows->currentItem() ? m_rows->indexOfTopLevelItem(m_rows->currentItem()) : -1;
    if (!frame || row < 0 || std::size_t(row) >= frame->fields.size()) {
        m_remark->setText(frame ? translated(frame->unforetold).toHtmlEscaped() : QString());
        m_remark->setVisible(!m_remark->text().isEmpty());
        return showAsk(frame ? frame->ask : std::string(), frame ? frame->askOn : std::string());
    }
    const explain::ComparedField &field = frame->fields[std::size_t(row)];
    QString html = QStringLiteral("<b>%1</b> &nbsp;%2").arg(text(field.name).toHtmlEscaped(), field.why.empty() ? originText(field.origin).toHtmlEscaped() : translated(field.why).toHtmlEscaped());
    for (const Evidence &line : field.evidence) {
        if (!line.source)
            continue;
        html += QStringLiteral("<br>") + quotedLine(line, QStringLiteral("line"));
        break;
    }
    m_remark->setText(html);
    m_remark->setVisible(true);
    showAsk(field.ask, field.askOn);
}

void ComparisonPanel::showAsk(const std::string &ask, const std::string &on)
{
    m_ask = QString::fromStdString(ask);
    m_command->setVisible(!ask.empty());
    m_copy->setVisible(!ask.empty());
    m_command->setText(on.empty() ? tr("This would tell: %1").arg(m_ask) : tr("This would tell, on %1: %2").arg(QString::fromStdString(on), m_ask));
}

void ComparisonPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_explanations.setComparing(true);
}

void ComparisonPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_explanations.setComparing(false);
}

void ComparisonPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange || changesFonts(*event))
        refresh();
    QWidget::changeEvent(event);
}

void ComparisonPanel::retranslate()
{
    m_rows->setHeaderLabels({{}, {}, tr("Field"), tr("Foretold"), tr("Captured")});
    m_rows->setAccessibleName(tr("Expected against actual"));
    m_copy->setText(tr("Copy"));
    m_copy->setAccessibleName(tr("Copy the command that would tell"));
    refresh();
}

} // namespace vethscope
