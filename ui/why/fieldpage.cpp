#include "ui/why/fieldpage.h"

#include "ui/shared/language.h"
#include "ui/why/agreement.h"
#include "ui/why/commandbox.h"
#include "ui/why/rungwidget.h"
#include "ui/why/whylabels.h"

#include <QBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace vethscope {
namespace {

QString joinedText(const std::vector<std::string> &values, const QString &between)
{
    QStringList texts;
    for (const std::string &value : values)
        texts << QString::fromStdString(value);
    return texts.join(between);
}

} // namespace

FieldPage::FieldPage(const explain::FieldExplanation &field, const QString &name, QWidget *parent)
    : QWidget(parent), m_field(field.name), m_depth(field.depth)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 6, 14, 14);
    column->setSpacing(6);
    addHead(*column, field, name);
    addVerdict(*column, field);
    column->addSpacing(6);
    addLadder(*column, field);
    addMissing(*column, field);
    column->addStretch();
}

void FieldPage::addHead(QVBoxLayout &column, const explain::FieldExplanation &field, const QString &name)
{
    const Palette &palette = Palette::current();
    const Scope scope = scopeOf(field);
    auto *back = new QToolButton(this);
    back->setObjectName(QStringLiteral("link"));
    back->setText(QStringLiteral("‹ ") + tr("All addresses of the frame"));
    connect(back, &QToolButton::clicked, this, &FieldPage::listRequested);
    column.addWidget(back, 0, Qt::AlignLeft);
    column.addWidget(whyLabel(scopeName(scope, int(field.depth)) + QStringLiteral(" · ") + addressTitle(field.name), this, palette.muted));
    QLabel *const value = whyLabel(breakable(QString::fromStdString(field.value)), this, palette.of(scope).ink);
    QFont font = monospaceFont();
    font.setPointSizeF(font.pointSizeF() * 1.5);
    font.setWeight(QFont::DemiBold);
    value->setFont(font);
    column.addWidget(value);
    if (!name.isEmpty())
        column.addWidget(whyLabel(breakable(name), this, palette.muted));
    column.addWidget(whyLabel(breakable(translated(field.plain)), this, palette.text));
}

// What was expected stands beside what is there; where nothing was, why.
void FieldPage::addVerdict(QVBoxLayout &column, const explain::FieldExplanation &field)
{
    const Agreement foretold = agreementOf(field);
    QString words = wordsOf(foretold);
    if (foretold == Agreement::Otherwise)
        words = tr("differs: %1 was foretold").arg(joinedText(field.expected, tr(" or ", "between values")));
    else if (foretold == Agreement::As && field.expected.size() > 1)
        words = tr("as foretold, one of %1").arg(joinedText(field.expected, QStringLiteral(", ")));
    else if (foretold == Agreement::Not && field.ask.empty() && field.name.starts_with("ip"))
        words = field.nat ? tr("not foretold: it was translated on the way") : tr("not foretold: who sent it chose it");
    auto *badge = new QLabel(QStringLiteral("<b>%1</b>&nbsp; %2").arg(signOf(foretold), breakable(words).toHtmlEscaped()), this);
    badge->setObjectName(QStringLiteral("whyVerdict"));
    badge->setProperty("foretold", foretold == Agreement::As ? "as" : foretold == Agreement::Otherwise ? "otherwise" : "not");
    badge->setWordWrap(true);
    column.addWidget(badge);
    if (field.nat)
        column.addWidget(whyLabel(breakable(tr("Before the last translation on the way it was %1.").arg(QString::fromStdString(field.nat->text()))), this, Palette::current().text));
}

void FieldPage::addLadder(QVBoxLayout &column, const explain::FieldExplanation &field)
{
    auto *ladder = new QVBoxLayout; // without gaps: the line goes through
    ladder->setSpacing(0);
    const std::vector<WhyRung> rungs = rungsOf(field);
    for (std::size_t i = 0; i < rungs.size(); ++i) {
        const bool isFirst = i == 0, isLast = i + 1 == rungs.size();
        const auto place = isFirst && isLast ? RungWidget::Place::Alone : isFirst ? RungWidget::Place::First : isLast ? RungWidget::Place::Last : RungWidget::Place::Between;
        auto *const rung = new RungWidget(rungs[i], int(i) + 1, place, this);
        connect(rung, &RungWidget::evidenceRequested, this, &FieldPage::evidenceRequested);
        connect(rung, &QAbstractButton::clicked, this, [this, rung] { choose(rung); });
        ladder->addWidget(rung);
        m_rungs.push_back(rung);
    }
    column.addLayout(ladder);
}

void FieldPage::addMissing(QVBoxLayout &column, const explain::FieldExplanation &field)
{
    if (field.ask.empty())
        return;
    const QString command = QString::fromStdString(field.ask), machine = QString::fromStdString(field.askOn);
    const QString words = machine.isEmpty() ? tr("Not printed. This would tell:") : tr("Not printed. This would tell, on %1:").arg(machine);
    column.addWidget(new CommandBox(words, command, this));
}

void FieldPage::choose(RungWidget *chosen)
{
    for (RungWidget *rung : m_rungs)
        rung->setChosen(rung == chosen);
    if (chosen->rung().isSomewhere())
        emit deviceChosen(chosen->rung().node, chosen->rung().pod, chosen->rung().interface);
}

} // namespace vethscope
