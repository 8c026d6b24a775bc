#pragma once

#include "core/facts/evidence.h"

#include <QObject>

#include <memory>

namespace vethscope {

class Commands;
class MatrixWindow;
class Preferences;
class Snapshots;

/// Opens the window of the matrix when it is asked for, and keeps it.
class MatrixOpener : public QObject
{
    Q_OBJECT

public:
    MatrixOpener(const Snapshots &snapshots, Commands &commands, Preferences &preferences, QObject *parent = nullptr);
    ~MatrixOpener() override;

    void show();
    /// Null while nobody has asked for it.
    MatrixWindow *window() const { return m_window.get(); }
    void close();

signals:
    void evidenceRequested(const vethscope::Evidence &line);
    void predictRequested(const QString &from, const QString &to);

private:
    const Snapshots &m_snapshots;
    Commands &m_commands;
    Preferences &m_preferences;
    std::unique_ptr<MatrixWindow> m_window;
};

} // namespace vethscope
