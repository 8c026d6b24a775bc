#include "tests/support/madeprose.h"

namespace vethscope::test {
namespace {

QByteArray english(const QByteArrayList &hosts, Dice &dice)
{
    const QByteArray what = dice.pick(QByteArrayList{"the route", "this entry", "the bridge", "flannel", "the MAC address", "that neighbour", "kube-proxy", "the tunnel"});
    const QByteArray does = dice.pick(QByteArrayList{"looks fine", "seems to be missing", "was there before the upgrade", "never answers", "is what I expected",
                                                     "does not reach the pod", "should not be down"});
    QByteArray where = dice.pick(QByteArrayList{"", " on the other side", " after a reboot", ", or do I read it wrong", " since yesterday"});
    if (!hosts.isEmpty() && dice.fallsBelow(40)) {
        where = dice.pick(QByteArrayList{" on ", " as seen from ", ", unlike on "});
        where += dice.pick(hosts);
    }
    QByteArray sentence = dice.pick(QByteArrayList{"As you can see, ", "I think that ", "Then ", "What puzzles me: ", "Note that ", ""});
    sentence += what + ' ' + does + where;
    sentence += dice.pick(QByteArrayList{".", ".", ":", "!", "?"});
    sentence[0] = static_cast<char>(QChar::toUpper(static_cast<unsigned>(sentence[0])));
    return sentence;
}

QByteArray chinese(Dice &dice)
{
    QByteArray sentence = dice.pick(QByteArrayList{"可以看到", "接下来我们看一下", "注意，", "下面是"});
    sentence += dice.pick(QByteArrayList{"路由表", "网桥的转发表", "邻居表", "这块网卡"});
    return sentence + dice.pick(QByteArrayList{"没有问题。", "的内容：", "少了一条。", "和预期一样，说明隧道已经建立。"});
}

} // namespace

QByteArrayList madeProse(const QByteArrayList &hosts, Dice &dice)
{
    QByteArrayList lines;
    for (int sentences = 1 + dice.below(3); sentences > 0; --sentences)
        lines << (dice.fallsBelow(75) ? english(hosts, dice) : chinese(dice));
    if (dice.fallsBelow(60))
        lines.prepend({});
    if (dice.fallsBelow(60))
        lines.append(QByteArray());
    return lines;
}

} // namespace vethscope::test
