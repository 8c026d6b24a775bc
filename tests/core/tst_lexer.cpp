#include "core/filter/lexer.h"

#include <QTest>

using namespace vethscope;

// The pieces of a filter expression: wireshark-filter(4).

namespace {

QString textOf(const Token &token)
{
    const QString text = QString::fromUtf8(token.text.data(), static_cast<qsizetype>(token.text.size()));
    switch (token.kind) {
    case Token::Kind::Word: return text;
    case Token::Kind::Name: return '.' + text;
    case Token::Kind::Literal: return ':' + text;
    case Token::Kind::Text: return '"' + text + '"';
    case Token::Kind::Character: return '\'' + text + '\'';
    case Token::Kind::Symbol: return '<' + text + '>';
    case Token::Kind::End: return "end";
    }
    return {};
}

} // namespace

class LexerTest : public QObject
{
    Q_OBJECT

private slots:
    void tokens_data()
    {
        QTest::addColumn<QByteArray>("expression");
        QTest::addColumn<QStringList>("tokens");
        const auto row = [](const char *name, const char *expression, const QStringList &tokens) {
            QTest::newRow(name) << QByteArray(expression) << tokens;
        };
        row("nothing", "", {});
        row("space", " \t\n ", {});
        row("a comparison", "tcp.dstport==80", {"tcp.dstport", "<==>", "80"});
        row("words for symbols", "a eq b ne c gt d lt e ge f le g", {"a", "<==>", "b", "<!=>", "c", "<>>", "d", "<<>", "e", "<>=>", "f", "<<=>", "g"});
        row("words for all and any", "a all_eq b any_eq c all_ne d any_ne e", {"a", "<===>", "b", "<==>", "c", "<!=>", "d", "<!==>", "e"});
        row("words between tests", "a and b or c xor not d", {"a", "<&&>", "b", "<||>", "c", "<^^>", "<!>", "d"});
        row("longer operators first", "a===b!==c!=d", {"a", "<===>", "b", "<!==>", "c", "<!=>", "d"});
        row("~= is an old !==", "a ~= b", {"a", "<!==>", "b"});
        row("~ matches", "a ~ \"b\"", {"a", "<matches>", "\"b\""});
        row("a word that only begins like one", "order.and", {"order.and"});
        row("names with hyphens and digits", "flannel-udp && ipv6.src6", {"flannel-udp", "<&&>", "ipv6.src6"});
        row("a MAC address", "eth.src==fe:ee:32:07:ea:07", {"eth.src", "<==>", "fe:ee:32:07:ea:07"});
        row("a prefix", "ip.addr==10.0.0.0/8", {"ip.addr", "<==>", "10.0.0.0/8"});
        row("IPv6 addresses", "fe80::1 ::1 2001:db8::/32 :: fe80::", {"fe80::1", "::1", "2001:db8::/32", "::", "fe80::"});
        row("surely a name, surely a value", ".fc == :fc", {".fc", "<==>", ":fc"});
        row("a colon in a slice is none", "a[:2]", {"a", "<[>", "<:>", "2", "<]>"});
        row("a range is no word", "{1..5, 10.0.0.1..10.0.0.9}",
            {"<{>", "1", "<..>", "5", "<,>", "10.0.0.1", "<..>", "10.0.0.9", "<}>"});
        row("a slice", "eth.src[0:3]", {"eth.src", "<[>", "0", "<:>", "3", "<]>"});
        row("a slice to the end, a slice from the end", "a[2:] b[-4:2]", {"a", "<[>", "2", "<:>", "<]>", "b", "<[>", "<->", "4", "<:>", "2", "<]>"});
        row("a slice of two parts", "a[0-1,5]", {"a", "<[>", "0", "<->", "1", "<,>", "5", "<]>"});
        row("layers", "ip.src#2 ip#[1-2]", {"ip.src", "<#>", "2", "ip", "<#>", "<[>", "1", "<->", "2", "<]>"});
        row("arithmetic", "a + 1 * 2 - 3 / 4 % 5 & 6", {"a", "<+>", "1", "<*>", "2", "<->", "3", "</>", "4", "<%>", "5", "<&>", "6"});
        row("a string", "\"GET / HTTP\"", {"\"GET / HTTP\""});
        row("escapes", "\"a\\\"b\\\\c\\r\\n\\x41\\101\"", {"\"a\"b\\c\r\nAA\""});
        row("all of C's escapes", "\"\\t\\a\\b\\f\\v\\'\"", {"\"\t\a\b\f\v'\""});
        row("hexadecimal digits of both cases", "\"\\x4a\\x4B\\x6f\\x6F\"", {"\"JKoo\""});
        row("one digit, and what is none", "\"\\x9g\\x\\18\"", {QString("\"\tg") + QChar(0) + QChar(1) + "8\""});
        row("no more than two and three digits", "\"\\x411\\1011\"", {"\"A1A1\""});
        row("an address and its prefix", "2001:db8::1/64 fe80::/10 ::ffff:1.2.3.4", {"2001:db8::1/64", "fe80::/10", "::ffff:1.2.3.4"});
        row("joints without a word behind them", "b: c- d/", {"b", "<:>", "c", "<->", "d", "</>"});
        row("words with underscores and beyond ASCII", "_a b_ \xc3\xa9", {"_a", "b_", "\u00e9"});
        row("in brackets only the dot joins", "a[b.c-d] e-f", {"a", "<[>", "b.c", "<->", "d", "<]>", "e-f"});
        row("a raw string keeps its backslashes", "r\"\\d+\\\"x\"", {"\"\\d+\\\"x\""});
        row("a capital R does too", "R\"\\n\"", {"\"\\n\""});
        row("an r is a name", "r == 1", {"r", "<==>", "1"});
        row("characters", "'a' '\\n' '\\x41' '\\''", {"'a'", "'\n'", "'A'", "'''"});
    }

    void tokens()
    {
        QFETCH(QByteArray, expression);
        const auto tokens = tokenise(expression.toStdString());
        QVERIFY2(tokens, tokens ? "" : tokens.error().message.english().c_str());
        QStringList texts;
        for (const Token &token : *tokens)
            texts << textOf(token);
        QCOMPARE(texts.takeLast(), "end");
        QTEST(texts, "tokens");
    }

    void tokensKnowWhereTheyStand()
    {
        const std::string expression = "ip.src == \"a\\\"b\"  and tcp";
        const auto tokens = tokenise(expression);
        QVERIFY(tokens);
        QStringList written;
        for (const Token &token : *tokens)
            written << QString::fromStdString(expression.substr(token.offset, token.length));
        QCOMPARE(written, (QStringList{"ip.src", "==", "\"a\\\"b\"", "and", "tcp", ""}));
    }

    void errors_data()
    {
        QTest::addColumn<QByteArray>("expression");
        QTest::addColumn<QString>("error");
        QTest::newRow("an open string") << QByteArray("a == \"b") << "this string has no closing quote, 5+2";
        QTest::newRow("an open string that ends in a backslash") << QByteArray("\"b\\") << "this string has no closing quote, 0+3";
        QTest::newRow("an open raw string") << QByteArray("r\"b\\\"") << "this string has no closing quote, 0+5";
        QTest::newRow("no character") << QByteArray("''") << "a character constant is one character between single quotes, 0+2";
        QTest::newRow("two characters") << QByteArray("'ab'") << "a character constant is one character between single quotes, 0+4";
        QTest::newRow("half a character") << QByteArray("'") << "a character constant is one character between single quotes, 0+1";
        QTest::newRow("no such escape") << QByteArray("a == \"b\\q\"") << "\\q is not an escape; a raw string r\"\u2026\" takes a backslash as it is, 7+2";
        QTest::newRow("an octal digit that is none") << QByteArray("'\\8'") << "\\8 is not an escape; a raw string r\"\u2026\" takes a backslash as it is, 1+2";
        QTest::newRow("a dot by itself") << QByteArray("a .") << "'.' means nothing here, 2+1";
        QTest::newRow("a dollar") << QByteArray("a $ b") << "'$' means nothing here, 2+1";
        QTest::newRow("a lone pipe") << QByteArray("a | b") << "'|' means nothing here, 2+1";
        QTest::newRow("an equals sign") << QByteArray("a = b") << "'=' means nothing here, 2+1";
    }

    void errors()
    {
        QFETCH(QByteArray, expression);
        const auto tokens = tokenise(expression.toStdString());
        QVERIFY(!tokens);
        const FilterError &error = tokens.error();
        QTEST(QStringLiteral("%1, %2+%3").arg(QString::fromStdString(error.message.english())).arg(error.offset).arg(error.length), "error");
    }

    void everyByteIsTakenOrRefused() // no expression hangs it or reads behind its end
    {
        for (int first = 1; first < 256; ++first)
            for (int second = 1; second < 256; ++second) {
                const std::string expression{static_cast<char>(first), static_cast<char>(second)};
                if (const auto tokens = tokenise(expression))
                    QVERIFY(tokens->size() <= 3);
            }
    }
};

QTEST_GUILESS_MAIN(LexerTest)
#include "tst_lexer.moc"
