#include "ui/filters/filterbookmarks.h"

#include "ui/filters/filterkeeper.h"
#include "ui/shared/menutext.h"

#include <QEvent>
#include <QMenu>

#include <algorithm>

namespace vethscope {
namespace {

constexpr qsizetype mostWritten = 70; // characters of an expression in a menu

} // namespace

FilterBookmarks::FilterBookmarks(FilterKeeper &keeper, QWidget *parent) : QToolButton(parent), m_keeper(keeper)
{
    auto *menu = new QMenu(this);
    menu->setToolTipsVisible(true);
    setMenu(menu);
    setPopupMode(InstantPopup);
    setCursor(Qt::PointingHandCursor);
    connect(menu, &QMenu::aboutToShow, this, &FilterBookmarks::fillMenu);
    connect(&keeper.filters(), &KeptFilters::changed, this, &FilterBookmarks::showState);
    showState();
}

void FilterBookmarks::setExpression(const QString &expression, bool isFilter)
{
    m_expression = expression.trimmed();
    m_isFilter = isFilter;
    showState();
}

void FilterBookmarks::showState()
{
    const auto saved = m_keeper.filters().all(KeptFilters::Kind::Saved);
    const auto found = std::ranges::find(saved, m_expression.toStdString(), &KeptFilter::expression);
    const bool isSaved = !m_expression.isEmpty() && found != saved.end();
    setText(isSaved ? QStringLiteral("★") : QStringLiteral("☆"));
    setToolTip(isSaved ? tr("Saved filter “%1”").arg(QString::fromStdString(found->name)) : tr("Saved filters"));
    setAccessibleName(tr("Saved filters"));
    setAccessibleDescription(isSaved ? toolTip() : QString());
}

void FilterBookmarks::fillMenu()
{
    QMenu &all = *menu();
    all.clear();
    QAction *save = all.addAction(tr("&Save This Filter…"), this, [this] { m_keeper.keep(KeptFilters::Kind::Saved, m_expression); });
    save->setEnabled(m_isFilter && !m_expression.isEmpty());
    const auto saved = m_keeper.filters().all(KeptFilters::Kind::Saved);
    const auto own = std::ranges::find(saved, m_expression.toStdString(), &KeptFilter::expression);
    if (own != saved.end())
        all.addAction(tr("&Remove “%1”").arg(inMenu(QString::fromStdString(own->name), mostWritten)), this, [this, filter = *own] { m_keeper.filters().remove(KeptFilters::Kind::Saved, filter); });
    all.addAction(tr("&Manage Saved Filters…"), this, [this] { m_keeper.manage(KeptFilters::Kind::Saved); });
    all.addAction(tr("Manage Filter &Buttons…"), this, [this] { m_keeper.manage(KeptFilters::Kind::Button); });
    all.addSeparator();
    for (const KeptFilter &filter : saved) {
        const QString expression = QString::fromStdString(filter.expression), problem = KeptFilters::problemOf(filter, m_keeper.registry());
        const QString title = inMenu(QString::fromStdString(filter.name), mostWritten);
        QAction *action = all.addAction(problem.isEmpty() ? title + QLatin1Char('\t') + inMenu(expression, mostWritten) : QStringLiteral("⚠ ") + title + QLatin1Char('\t') + inMenu(problem, mostWritten), this,
                                        [this, expression] { emit chosen(expression); });
        action->setToolTip(problem.isEmpty() ? expression : expression + QLatin1Char('\n') + problem);
        action->setStatusTip(action->toolTip());
    }
    if (saved.empty())
        all.addAction(tr("No saved filters"))->setEnabled(false);
}

void FilterBookmarks::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showState();
    QToolButton::changeEvent(event);
}

} // namespace vethscope
