#pragma once

#include "ui/saving/packetchoice.h"

#include <QDialog>

#include <array>

class QButtonGroup;
class QLabel;
class QLineEdit;
class QPushButton;

namespace vethscope {

/// What is exported, in words.
struct ExportKind {
    QString title;    // of the dialog
    QString accept;   // what its button says
    QString filter;   // of files, with their ending; empty: no file is asked for
    QString ending;   // of a file's name, where it has none
};

/// Asks which packets to export, and where to.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    /// As pcapng.
    ExportDialog(PacketChoice choice, const QString &proposedPath, QWidget *parent = nullptr);
    ExportDialog(PacketChoice choice, const QString &proposedPath, const ExportKind &kind, QWidget *parent = nullptr);

    /// Puts more to choose from below the packets.
    void addChoices(QWidget &more);

    QString path() const;
    std::vector<std::uint32_t> rows() const;

    void choose(PacketChoice::Which which, PacketChoice::Of of);
    void setPath(const QString &path);
    void setRange(const QString &range);

public slots:
    void accept() override;

private:
    void browse();
    void judge();
    PacketChoice::Which which() const;
    PacketChoice::Of of() const;

    static constexpr std::size_t choices = 5;

    ExportKind m_kind;
    PacketChoice m_choice;
    QButtonGroup *m_which;
    QButtonGroup *m_of;
    QLineEdit *m_range;
    std::array<std::array<QLabel *, 2>, choices> m_counts{};
    QLineEdit *m_path;
    QLabel *m_problem;
    QPushButton *m_export = nullptr;
    QString m_confirmed; // the path that the file dialog has asked about already
};

} // namespace vethscope
