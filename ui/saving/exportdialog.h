#pragma once

#include "ui/saving/packetchoice.h"

#include <QDialog>

#include <array>

class QButtonGroup;
class QLabel;
class QLineEdit;
class QPushButton;

namespace vethscope {

/// Asks which packets to export, and where to.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    ExportDialog(PacketChoice choice, const QString &proposedPath, QWidget *parent = nullptr);

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
