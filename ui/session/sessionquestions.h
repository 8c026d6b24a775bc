#pragma once

#include "ui/session/savesessiondialog.h"

#include <QString>

#include <functional>
#include <optional>

namespace vethscope {

/// What is asked about sessions. Nothing, or an empty path: cancelled.
struct SessionQuestions {
    enum class Answer { Save, Discard, Cancel };

    std::function<std::optional<SessionChoice>(const SessionSizes &, const SessionChoice &)> choice;
    std::function<QString(const QString &proposal)> path;
    /// Marks and comments of what is called so would be lost.
    std::function<Answer(const QString &name)> save;
};

/// Asked with dialogs over that window.
SessionQuestions dialogsOf(QWidget &window);

} // namespace vethscope
