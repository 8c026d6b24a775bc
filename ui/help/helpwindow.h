#pragma once

#include <QDialog>

#include <functional>

class QTextBrowser;

namespace vethscope {

class Commands;

/// A window of text beside the main one: the manual, the shortcuts, what this program is.
class HelpWindow : public QDialog
{
    Q_OBJECT

public:
    struct Page {
        QString title;
        QString html;     // either this
        QString markdown; // or this
    };

    /// `write` is asked again when the language changes.
    HelpWindow(std::function<Page()> write, QSize size, QWidget *parent);

    static Page manual(const QString &language);
    static Page shortcuts(const Commands &commands);
    static Page about();

signals:
    /// A link of the page to a part of the program: `fields`.
    void linkActivated(const QString &name);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();

    std::function<Page()> m_write;
    QTextBrowser *m_text;
};

} // namespace vethscope
