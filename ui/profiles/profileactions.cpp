#include "core/profiles/profilefiles.h"
#include "ui/profiles/profileimport.h"
#include "ui/profiles/profilesdialog.h"
#include "ui/shared/language.h"
#include "ui/shared/listbuttons.h"
#include "ui/shared/preferences.h"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>

// What the dialog of profiles does.

namespace vethscope {

void ProfilesDialog::buildButtons(ListButtons &side)
{
    m_use = side.add(tr("&Use"), [this] { use(); });
    side.addSpacing(12);
    QPushButton *const make = side.add(tr("&New…"), [this] { this->make(); }), *const copy = side.add(tr("&Copy…"), [this] { this->copy(); });
    m_rename = side.add(tr("&Rename…"), [this] { rename(); });
    m_remove = side.add(tr("Remo&ve"), [this] { remove(); });
    side.addSpacing(12);
    QPushButton *const import = side.add(tr("&Import"), {}), *const exported = side.add(tr("&Export…"), [this] { askExport(); });
    auto *menu = new QMenu(import);
    menu->addAction(tr("From an &Archive…"), this, [this] { askImport(false); });
    menu->addAction(tr("From a &Folder…"), this, [this] { askImport(true); });
    import->setMenu(menu);
    side.addStretch();
    for (QPushButton *button : {make, copy, import, exported})
        button->setEnabled(m_preferences.isKept());
}

void ProfilesDialog::use()
{
    if (const QString name = current(); !name.isEmpty()) {
        m_preferences.setProfile(name);
        fill(name);
    }
}

void ProfilesDialog::make()
{
    const QString name = askForName(tr("New Profile"), m_folder.freeName(tr("New profile")));
    if (name.isEmpty())
        return;
    const QString problem = m_folder.make(name);
    if (problem.isEmpty())
        fill(name);
    tell(problem);
}

void ProfilesDialog::copy()
{
    const QString from = current(), name = askForName(tr("Copy of %1").arg(from), m_folder.freeName(from));
    if (name.isEmpty())
        return;
    m_preferences.write();
    const QString problem = m_folder.copy(from, name);
    if (problem.isEmpty())
        fill(name);
    tell(problem);
}

void ProfilesDialog::rename()
{
    const QString from = current(), name = askForName(tr("Rename %1").arg(from), from);
    if (name.isEmpty() || name == from)
        return;
    m_preferences.write();
    const QString problem = m_folder.rename(from, name);
    if (problem.isEmpty()) {
        if (from == m_preferences.profile())
            m_preferences.reopenProfile(name);
        fill(name);
    }
    tell(problem);
}

void ProfilesDialog::remove()
{
    const QString name = current();
    if (!mayGo(name))
        return;
    if (name == m_preferences.profile())
        m_preferences.setProfile(Preferences::usualProfile);
    const QString problem = m_folder.remove(name);
    fill(m_preferences.profile());
    tell(problem);
}

QString ProfilesDialog::importFrom(const QString &path)
{
    const auto read = readProfiles(path.toStdString());
    if (!read)
        return translated(read.error().message);
    QList<ProfileImported> imported;
    for (const ProfileFiles &profile : read->profiles)
        imported << importProfile(profile, m_folder, m_registry);
    QStringList problems;
    for (const Sentence &problem : read->problems)
        problems << translated(problem);
    fill(imported.isEmpty() ? m_preferences.profile() : imported.front().name);
    return importReport(imported, problems);
}

QString ProfilesDialog::exportTo(const QString &path)
{
    m_preferences.write();
    ProfileFiles profile{.name = current().toStdString()};
    QFile file(m_folder.settingsOf(current()));
    if (file.open(QFile::ReadOnly))
        profile.files[std::string(ownProfileFile)] = file.readAll().toStdString();
    else if (file.exists())
        return tr("%1 cannot be read: %2").arg(file.fileName(), file.errorString());
    else
        profile.files[std::string(ownProfileFile)] = "[settings]\nversion=1\n"; // nobody has changed anything in it
    const auto written = writeProfile(profile, path.toStdString());
    return written ? QString() : translated(written.error().message);
}

void ProfilesDialog::askImport(bool ofFolder)
{
    const QString path = ofFolder ? QFileDialog::getExistingDirectory(this, tr("Import Profiles"))
                                  : QFileDialog::getOpenFileName(this, tr("Import Profiles"), {}, tr("Archives (*.zip)") + QStringLiteral(";;") + tr("All files (*)"));
    if (!path.isEmpty())
        QMessageBox::information(this, tr("Import Profiles"), importFrom(path));
}

void ProfilesDialog::askExport()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Export Profile"), QDir::home().filePath(current() + QStringLiteral(".zip")), tr("Archives (*.zip)"));
    if (!path.isEmpty())
        tell(exportTo(path));
}

} // namespace vethscope
