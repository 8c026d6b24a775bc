#include "ui/predict/hopheaders.h"

#include "core/dissect/scopewords.h"
#include "ui/predict/hopboxes.h"
#include "ui/predict/hoptext.h"
#include "ui/shared/utf8text.h"
#include "ui/theme/palette.h"

#include <QEvent>
#include <QHeaderView>

namespace vethscope {
namespace {

enum HeaderColumn { SignColumn, ScopeColumn, NameColumn, ValueColumn, OriginColumn };

} // namespace

HopHeaders::HopHeaders(QWidget *parent) : QTreeWidget(parent)
{
    setObjectName(QStringLiteral("reportTree"));
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setColumnCount(5);
    header()->setStretchLastSection(true);
    header()->setSectionsMovable(false);
    connect(this, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem *item) {
        for (const Evidence &line : m_fates[std::size_t(indexOfTopLevelItem(item))].field.evidence)
            if (line.source)
                return emit evidenceRequested(line);
    });
    retranslate();
}

void HopHeaders::setHop(const path::Hop *before, const path::Hop &now)
{
    clear();
    m_fates = fatesBetween(before, now);
    for (const FieldFate &fate : m_fates)
        add(fate, now);
    for (const HeaderColumn column : {SignColumn, ScopeColumn, NameColumn, ValueColumn})
        resizeColumnToContents(column);
}

void HopHeaders::clear()
{
    QTreeWidget::clear();
    m_fates.clear();
}

void HopHeaders::add(const FieldFate &fate, const path::Hop &hop)
{
    const path::Field &field = fate.field;
    const Palette &palette = Palette::current();
    const Scope scope = scopeCalled(field.scope).value_or(Scope::Native);
    QString value = field.value ? QString::fromStdString(*field.value) : QStringLiteral("?");
    if (fate.fate == Fate::Rewritten)
        value = QStringLiteral("%1 → %2").arg(QString::fromStdString(*fate.before), value);
    QString whence = originText(field.origin);
    if (!field.value && !field.ask.empty()) {
        const std::string &on = !field.askOn.empty() ? field.askOn : hop.pod.empty() ? hop.node : hop.pod;
        whence = on.empty() ? tr("%1 would tell", "a command").arg(QString::fromStdString(field.ask))
                            : tr("%1 on %2 would tell", "a command, a machine").arg(QString::fromStdString(field.ask), QString::fromStdString(on));
    }
    auto *item = new QTreeWidgetItem(this, {HopBoxes::signOf(fate.fate), scopeTag(scope, int(field.depth)), text(field.name), value, whence});
    item->setForeground(ScopeColumn, palette.of(scope).ink);
    item->setToolTip(ScopeColumn, scopeName(scope, int(field.depth)));
    item->setToolTip(SignColumn, HopBoxes::wordOf(fate.fate));
    item->setData(SignColumn, Qt::AccessibleTextRole, HopBoxes::wordOf(fate.fate));
    for (const HeaderColumn column : {NameColumn, ValueColumn})
        item->setFont(column, monospaceFont());
    for (const Evidence &line : field.evidence) {
        if (!line.source)
            continue;
        item->setToolTip(OriginColumn, QStringLiteral("%1:%2\n%3").arg(QString::fromStdString(line.source->name())).arg(line.line).arg(text(line.text()).left(200)));
        break;
    }
    const QColor colour = fate.fate == Fate::Added ? palette.good : fate.fate == Fate::Removed ? palette.bad : palette.accent;
    QFont strong = monospaceFont();
    strong.setWeight(QFont::Bold);
    item->setFont(SignColumn, strong);
    item->setForeground(SignColumn, colour);
    if (fate.fate == Fate::Removed)
        for (int column = ScopeColumn; column <= OriginColumn; ++column)
            item->setForeground(column, palette.muted);
    if (fate.fate == Fate::Rewritten || fate.fate == Fate::Added)
        item->setFont(ValueColumn, strong);
}

void HopHeaders::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QTreeWidget::changeEvent(event);
}

void HopHeaders::retranslate()
{
    setHeaderLabels({{}, {}, tr("Field"), tr("Value"), tr("Where it comes from")});
    setAccessibleName(tr("Headers at this hop"));
}

} // namespace vethscope
