#include "tests/support/openedstore.h"

#include <filesystem>
#include <vector>

namespace vethscope::test {

std::unique_ptr<PacketStore> storeOf(const QString &path)
{
    const std::vector<std::filesystem::path> paths{path.toStdString()};
    auto store = PacketStore::open(paths);
    if (!store)
        qFatal("%s", store.error().message.english().c_str());
    (*store)->waitUntilFinished();
    return std::move(*store);
}

} // namespace vethscope::test
