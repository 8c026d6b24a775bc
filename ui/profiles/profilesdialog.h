#pragma once

#include "ui/shared/profilefolder.h"

#include <QDialog>

#include <functional>

class QLabel;
class QListWidget;
class QPushButton;

namespace vethscope {

class FilterEdit;
class ListButtons;
class Preferences;
class Registry;

/// All profiles: which is in use, new ones, copies, other names, which filter brings one, from elsewhere and to elsewhere. What is done is done at once.
class ProfilesDialog : public QDialog
{
    Q_OBJECT

public:
    ProfilesDialog(Preferences &preferences, const Registry &registry, QWidget *parent = nullptr);

    /// How a name and a path are asked for, empty when cancelled, and whether a profile may go. A test answers itself.
    std::function<QString(const QString &title, const QString &proposal)> askForName;
    std::function<bool(const QString &profile)> mayGo;

    void select(const QString &profile);
    void make();
    void copy();
    void rename();
    void remove();
    void use();
    /// Of a folder or an archive; the report tells what became of it.
    QString importFrom(const QString &path);
    /// As an archive. Says why not; empty where it is there.
    QString exportTo(const QString &path);

private:
    void build();
    void buildButtons(ListButtons &side);
    void askImport(bool ofFolder);
    void askExport();
    void fill(const QString &current);
    void showCurrent();
    void keepFilter();
    void tell(const QString &problem);
    QString current() const;

    Preferences &m_preferences;
    const Registry &m_registry;
    ProfileFolder m_folder;
    QListWidget *m_list;
    FilterEdit *m_filter;
    QLabel *m_problem;
    QPushButton *m_use = nullptr, *m_rename = nullptr, *m_remove = nullptr;
};

} // namespace vethscope
