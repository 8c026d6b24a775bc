#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace vethscope {

/// What stands where the drawing would, while no host has told anything: what to do.
class EmptyTopology : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyTopology(QWidget *parent = nullptr);

signals:
    void pasteRequested();
    void importRequested();
    void importFolderRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_title;
    QLabel *m_sentence;
    QPushButton *m_paste;
    QPushButton *m_import;
    QPushButton *m_importFolder;
    QLabel *m_commandsTitle;
    QLabel *m_commands;
    QLabel *m_dropHint;
};

} // namespace vethscope
