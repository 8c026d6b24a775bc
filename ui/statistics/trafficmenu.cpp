#include "ui/statistics/trafficmenu.h"

#include <QCoreApplication>
#include <QMenu>

#include <array>
#include <utility>

namespace vethscope {
namespace {

const auto directions = std::to_array<std::pair<TrafficDirection, const char *>>({
    {TrafficDirection::AWithB, QT_TRANSLATE_NOOP("Traffic", "A ↔ B")},
    {TrafficDirection::AToB, QT_TRANSLATE_NOOP("Traffic", "A → B")},
    {TrafficDirection::BToA, QT_TRANSLATE_NOOP("Traffic", "B → A")},
    {TrafficDirection::AWithAny, QT_TRANSLATE_NOOP("Traffic", "A ↔ any")},
    {TrafficDirection::AToAny, QT_TRANSLATE_NOOP("Traffic", "A → any")},
    {TrafficDirection::AnyToA, QT_TRANSLATE_NOOP("Traffic", "any → A")},
    {TrafficDirection::BWithAny, QT_TRANSLATE_NOOP("Traffic", "B ↔ any")},
    {TrafficDirection::BToAny, QT_TRANSLATE_NOOP("Traffic", "B → any")},
    {TrafficDirection::AnyToB, QT_TRANSLATE_NOOP("Traffic", "any → B")},
});

} // namespace

void addTrafficFilters(QMenu &menu, TrafficSubject subject, const std::function<void(TrafficDirection, FilterUse, FilterStep)> &request)
{
    addFilterMenus(menu, [&](QMenu &uses, const QString &title, FilterStep step, FilterUse use) {
        const auto add = [&](QMenu &to, const QString &text, TrafficDirection direction) {
            QObject::connect(to.addAction(text), &QAction::triggered, &menu, [request, direction, use, step] { request(direction, use, step); });
        };
        if (subject == TrafficSubject::Endpoints)
            return add(uses, title, TrafficDirection::AWithAny);
        QMenu *below = uses.addMenu(title);
        for (const auto &[direction, text] : directions) {
            add(*below, QCoreApplication::translate("Traffic", text), direction);
            if (direction == TrafficDirection::BToA || direction == TrafficDirection::AnyToA)
                below->addSeparator();
        }
    });
}

} // namespace vethscope
