#include "ui/windowkinds.h"

#include "ui/flowgraph/flowgraphwindow.h"
#include "ui/follow/followwindow.h"
#include "ui/iograph/iographwindow.h"
#include "ui/matrix/matrixwindow.h"
#include "ui/protocols/protocolswindow.h"
#include "ui/statistics/expertwindow.h"
#include "ui/statistics/hierarchywindow.h"
#include "ui/statistics/propertieswindow.h"
#include "ui/statistics/trafficwindow.h"

#include <QCoreApplication>

#include <array>

namespace vethscope {
namespace {

template <TrafficSubject subject>
CompanionWindow *madeTraffic(const WindowKind &kind, const WindowContext &context)
{
    return new TrafficWindow(subject, kind, context);
}

template <StreamContent content>
CompanionWindow *madeFollow(const WindowKind &kind, const WindowContext &context)
{
    return new FollowWindow(content, kind, context);
}

const auto kinds = std::to_array<WindowKind>({
    {"matrix", CommandGroup::Analyze, QT_TRANSLATE_NOOP("Commands", "Reachability &Matrix…"), "", made<MatrixWindow>},
    {"experts", CommandGroup::Analyze, QT_TRANSLATE_NOOP("Commands", "Expert &Information"), "", made<ExpertWindow>},
    {"protocols", CommandGroup::Analyze, QT_TRANSLATE_NOOP("Commands", "E&nabled Protocols…"), "Ctrl+Shift+E", made<ProtocolsWindow>},
    {"properties", CommandGroup::Statistics, QT_TRANSLATE_NOOP("Commands", "Capture &File Properties"), "Ctrl+Alt+Shift+C", made<PropertiesWindow>},
    {"hierarchy", CommandGroup::Statistics, QT_TRANSLATE_NOOP("Commands", "Protocol &Hierarchy"), "", made<HierarchyWindow>},
    {"followTcp", CommandGroup::Follow, QT_TRANSLATE_NOOP("Commands", "&TCP Stream"), "Ctrl+Alt+Shift+T", madeFollow<StreamContent::Tcp>},
    {"followUdp", CommandGroup::Follow, QT_TRANSLATE_NOOP("Commands", "&UDP Stream"), "Ctrl+Alt+Shift+U", madeFollow<StreamContent::Udp>},
    {"followHttp", CommandGroup::Follow, QT_TRANSLATE_NOOP("Commands", "&HTTP Stream"), "Ctrl+Alt+Shift+H", madeFollow<StreamContent::Http>},
    {"conversations", CommandGroup::Statistics, QT_TRANSLATE_NOOP("Commands", "&Conversations"), "", madeTraffic<TrafficSubject::Conversations>},
    {"endpoints", CommandGroup::Statistics, QT_TRANSLATE_NOOP("Commands", "&Endpoints"), "", madeTraffic<TrafficSubject::Endpoints>},
    {"iograph", CommandGroup::Statistics, QT_TRANSLATE_NOOP("Commands", "I/O &Graphs"), "", made<IoGraphWindow>},
    {"flowgraph", CommandGroup::Statistics, QT_TRANSLATE_NOOP("Commands", "Flo&w Graph"), "", made<FlowGraphWindow>},
});

} // namespace

std::span<const WindowKind> windowKinds()
{
    return kinds;
}

} // namespace vethscope
