#include "ui/filters/filterbuttons.h"

#include "ui/filters/filterkeeper.h"
#include "ui/shared/menutext.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QToolButton>

#include <map>

namespace vethscope {
namespace {

QStringList partsOf(const KeptFilter &filter)
{
    QStringList parts;
    for (const QString &part : QString::fromStdString(filter.name).split(QLatin1String("//"), Qt::SkipEmptyParts))
        if (!part.trimmed().isEmpty())
            parts << part.trimmed();
    return parts.isEmpty() ? QStringList{QString::fromStdString(filter.name)} : parts;
}

} // namespace

FilterButtons::FilterButtons(FilterKeeper &keeper, QWidget *parent) : QToolBar(parent), m_keeper(keeper)
{
    setObjectName(QStringLiteral("filterButtons"));
    setContextMenuPolicy(Qt::DefaultContextMenu);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_more = findChild<QToolButton *>(QStringLiteral("qt_toolbar_ext_button"));
    if (m_more) { // Qt's own, whose picture is hardly seen in the dark
        m_more->setToolButtonStyle(Qt::ToolButtonTextOnly);
        m_more->setText(QStringLiteral("»"));
    }
    connect(&keeper.filters(), &KeptFilters::changed, this, &FilterButtons::build);
    build();
}

// One button is always there, and the arrow to the others.
QSize FilterButtons::minimumSizeHint() const
{
    const QSize whole = sizeHint();
    return {std::min(whole.width(), fontMetrics().averageCharWidth() * 14), whole.height()};
}

void FilterButtons::build()
{
    clear();
    for (QMenu *old : findChildren<QMenu *>(QString(), Qt::FindDirectChildrenOnly))
        if (old->objectName() == QLatin1String("filterGroup"))
            old->deleteLater();
    setAccessibleName(tr("Filter buttons"));
    if (m_more)
        m_more->setAccessibleName(tr("More filter buttons"));
    std::map<QString, QMenu *> groups; // by their whole path
    for (const KeptFilter &filter : m_keeper.filters().all(KeptFilters::Kind::Button)) {
        if (!filter.isShown)
            continue;
        const QStringList parts = partsOf(filter);
        QMenu *group = nullptr;
        for (qsizetype i = 0; i + 1 < parts.size(); ++i) {
            QMenu *&inner = groups[parts.mid(0, i + 1).join(QStringLiteral("//"))];
            if (!inner) {
                inner = new QMenu(inMenu(parts[i]), this);
                inner->setObjectName(QStringLiteral("filterGroup"));
                inner->setToolTipsVisible(true);
                QAction *const opens = inner->menuAction();
                group ? group->addAction(opens) : addAction(opens);
                if (auto *button = group ? nullptr : qobject_cast<QToolButton *>(widgetForAction(opens)))
                    button->setPopupMode(QToolButton::InstantPopup);
            }
            group = inner;
        }
        QAction *const action = actionFor(filter, parts.last(), group ? static_cast<QWidget *>(group) : this);
        group ? group->addAction(action) : addAction(action);
    }
    setVisible(!actions().isEmpty());
}

QAction *FilterButtons::actionFor(const KeptFilter &filter, const QString &title, QWidget *parent)
{
    const QString expression = QString::fromStdString(filter.expression), comment = QString::fromStdString(filter.comment);
    const QString problem = KeptFilters::problemOf(filter, m_keeper.registry());
    auto *action = new QAction((problem.isEmpty() ? QString() : QStringLiteral("⚠ ")) + inMenu(title), parent);
    QStringList lines{comment, expression, problem};
    lines.removeAll(QString());
    action->setToolTip(lines.join(QLatin1Char('\n')));
    action->setStatusTip(lines.join(QStringLiteral(" · ")));
    action->setData(QString::fromStdString(filter.name));
    connect(action, &QAction::triggered, this, [this, expression] { emit chosen(expression); });
    return action;
}

void FilterButtons::contextMenuEvent(QContextMenuEvent *event)
{
    const QAction *const clicked = actionAt(event->pos());
    const QString name = clicked ? clicked->data().toString() : QString();
    for (const KeptFilter &filter : m_keeper.filters().all(KeptFilters::Kind::Button))
        if (!name.isEmpty() && QString::fromStdString(filter.name) == name)
            return showMenuOf(filter, event->globalPos());
    QMenu menu(this);
    menu.addAction(tr("&Manage Filter Buttons…"), this, [this] { m_keeper.manage(KeptFilters::Kind::Button); });
    menu.exec(event->globalPos());
}

void FilterButtons::showMenuOf(const KeptFilter &filter, const QPoint &position)
{
    QMenu menu(this);
    menu.addAction(tr("&Edit…"), this, [&] { m_keeper.edit(KeptFilters::Kind::Button, filter); });
    menu.addAction(tr("&Remove"), this, [&] { m_keeper.filters().remove(KeptFilters::Kind::Button, filter); });
    menu.addSeparator();
    menu.addAction(tr("&Manage Filter Buttons…"), this, [this] { m_keeper.manage(KeptFilters::Kind::Button); });
    menu.exec(position);
}

void FilterButtons::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        build();
    QToolBar::changeEvent(event);
}

} // namespace vethscope
