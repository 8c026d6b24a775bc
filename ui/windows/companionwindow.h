#pragma once

#include "core/facts/evidence.h"
#include "ui/shared/filteruse.h"
#include "ui/windows/windowcontext.h"

#include <QDialog>

namespace vethscope {

struct WindowKind;

/// A window beside the main one. It has the size that it had last, its title is its command's text and what it is about, Esc and
/// Ctrl+W close it, and it speaks the language that is chosen.
class CompanionWindow : public QDialog
{
    Q_OBJECT

public:
    /// `size`: what it is at first, in widths of a character.
    CompanionWindow(const WindowKind &kind, const WindowContext &context, QSize size);
    ~CompanionWindow() override;

    const WindowKind &kind() const { return m_kind; }
    /// Comes to the front, whether it was open or not.
    void present();

    /// It was asked for by its command, and comes to the front next.
    virtual void asked() { }

    /// Whether something is still to come that was asked for: who paints it waits.
    virtual bool isBusy() const { return false; }
    /// Its size is as it will be painted.
    virtual void fit() { }

signals:
    void filterRequested(const QString &selected, vethscope::FilterUse use, vethscope::FilterStep step);
    /// The selected packet is to be seen in the main window.
    void packetOpened();
    /// The snapshot is to be opened at that line.
    void evidenceRequested(const vethscope::Evidence &line);
    /// Every hop of that way is to be foretold; as `predict --from --to` takes them.
    void predictRequested(const QString &from, const QString &to);

protected:
    const WindowContext &context() const { return m_context; }
    /// What it is about, in its title: the capture's name, or nothing.
    virtual QString subject() const;
    /// The window's name without an access key.
    QString name() const;
    /// Its texts are to be set, at first and in another language. Who overrides it calls this one.
    virtual void retranslate();
    /// Who gets the focus when it comes to the front.
    virtual QWidget *firstFocus() const { return nullptr; }
    /// What it remembers from one run to the next.
    QVariant remembered(const char *what, const QVariant &otherwise = {}) const;
    void remember(const char *what, const QVariant &value);

    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QString key(const char *what) const;
    void showTitle();

    const WindowKind &m_kind;
    const WindowContext m_context;
};

} // namespace vethscope
