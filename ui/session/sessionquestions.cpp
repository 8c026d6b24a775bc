#include "ui/session/sessionquestions.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

namespace vethscope {
namespace {

std::optional<SessionChoice> choice(QWidget &window, const SessionSizes &sizes, const SessionChoice &before)
{
    SaveSessionDialog dialog(sizes, before, &window);
    return dialog.exec() == QDialog::Accepted ? std::optional(dialog.choice()) : std::nullopt;
}

QString path(QWidget &window, const QString &proposal)
{
    QFileDialog dialog(&window, QCoreApplication::translate("SessionQuestions", "Save Session"), proposal,
                       QCoreApplication::translate("SessionQuestions", "Sessions (*.vethscope)"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(QStringLiteral("vethscope"));
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

SessionQuestions::Answer save(QWidget &window, const QString &name)
{
    QMessageBox box(QMessageBox::Question, QCoreApplication::translate("SessionQuestions", "Unsaved Session"),
                    QCoreApplication::translate("SessionQuestions", "Marks and comments of %1 are in no session.").arg(name), QMessageBox::Cancel, &window);
    const QPushButton *saving = box.addButton(QCoreApplication::translate("SessionQuestions", "Save Session…"), QMessageBox::AcceptRole);
    const QPushButton *discarding = box.addButton(QCoreApplication::translate("SessionQuestions", "Don't Save"), QMessageBox::DestructiveRole);
    box.exec();
    return box.clickedButton() == saving       ? SessionQuestions::Answer::Save
        : box.clickedButton() == discarding ? SessionQuestions::Answer::Discard
                                            : SessionQuestions::Answer::Cancel;
}

} // namespace

SessionQuestions dialogsOf(QWidget &window)
{
    return {
        .choice = [&window](const SessionSizes &sizes, const SessionChoice &before) { return choice(window, sizes, before); },
        .path = [&window](const QString &proposal) { return path(window, proposal); },
        .save = [&window](const QString &name) { return save(window, name); },
    };
}

} // namespace vethscope
