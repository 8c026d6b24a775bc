#pragma once

#include "core/profiles/profilefiles.h"

#include <QStringList>

namespace vethscope {

class ProfileFolder;
class Registry;

/// What became of a profile that came from elsewhere, in sentences.
struct ProfileImported {
    QString name{};        // as it is called here
    QString problem{};     // not empty: it is not here
    QStringList used{};
    QStringList notUsed{};
};

/// Makes a new profile, ours or Wireshark's, in the folder. No profile that is there changes.
ProfileImported importProfile(const ProfileFiles &from, const ProfileFolder &folder, const Registry &registry);

/// All of it as one text for whoever has asked for it; `problems` are those of reading.
QString importReport(const QList<ProfileImported> &profiles, const QStringList &problems);

} // namespace vethscope
