#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// TLS, RFC 8446.

class TlsTest : public QObject
{
    Q_OBJECT

private slots:
    // What tshark 4.0 prints for these frames.
    void values_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("value");

        // ndpi__tls_alert.pcap, frame 4
        const QByteArray clientHello(
            "00808f9aaebda0cec810b12e0800450000fb000040004006b5d8c0a801c0c0a80114f6b601bbed20490fc4a1cd468018"
            "1015d4c900000101080a13d223fc00b1e5ad16030100c2010000be030152db35f3eaa1188bf1e193fccf333e5873f435"
            "bbdc1c481817853f5476256a3a000012002f003300350039c009c00ac013c014560001000083ff010001000000001d00"
            "1b0000187777772e676f6f676c652d616e616c79746963732e636f6d0017000000050005010000000033740000001200"
            "0000100030002e0268320568322d31360568322d31350568322d313408737064792f332e3106737064792f3308687474"
            "702f312e31000b00020100000a000a0008001d001700180019");
        QTest::newRow("a client hello: tls.record.content_type") << clientHello << QByteArray("tls.record.content_type") << "22";
        QTest::newRow("a client hello: tls.record.version") << clientHello << QByteArray("tls.record.version") << "0x0301";
        QTest::newRow("a client hello: tls.record.length") << clientHello << QByteArray("tls.record.length") << "194";
        QTest::newRow("a client hello: tls.handshake.type") << clientHello << QByteArray("tls.handshake.type") << "1";
        QTest::newRow("a client hello: tls.handshake.length") << clientHello << QByteArray("tls.handshake.length") << "190";
        QTest::newRow("a client hello: tls.handshake.version") << clientHello << QByteArray("tls.handshake.version") << "0x0301";
        QTest::newRow("a client hello: tls.handshake.random") << clientHello << QByteArray("tls.handshake.random") << "52db35f3eaa1188bf1e193fccf333e5873f435bbdc1c481817853f5476256a3a";
        QTest::newRow("a client hello: tls.handshake.session_id_length") << clientHello << QByteArray("tls.handshake.session_id_length") << "0";
        QTest::newRow("a client hello: tls.handshake.cipher_suites_length") << clientHello << QByteArray("tls.handshake.cipher_suites_length") << "18";
        QTest::newRow("a client hello: tls.handshake.ciphersuite") << clientHello << QByteArray("tls.handshake.ciphersuite") << "0x002f,0x0033,0x0035,0x0039,0xc009,0xc00a,0xc013,0xc014,0x5600";
        QTest::newRow("a client hello: tls.handshake.comp_method") << clientHello << QByteArray("tls.handshake.comp_method") << "0";
        QTest::newRow("a client hello: tls.handshake.extensions_length") << clientHello << QByteArray("tls.handshake.extensions_length") << "131";
        QTest::newRow("a client hello: tls.handshake.extension.type") << clientHello << QByteArray("tls.handshake.extension.type") << "65281,0,23,5,13172,18,16,11,10";
        QTest::newRow("a client hello: tls.handshake.extensions_server_name") << clientHello << QByteArray("tls.handshake.extensions_server_name") << "www.google-analytics.com";

        // ndpi__tls_alert.pcap, frame 6
        const QByteArray alert(
            "a0cec810b12e00808f9aaebd08004500003b28ec400040068dacc0a80114c0a801c001bbf6b6c4a1cd46ed2049d68018"
            "00ebb41a00000101080a00b1e5ad13d223fc15030100020246");
        QTest::newRow("an alert: tls.record.content_type") << alert << QByteArray("tls.record.content_type") << "21";
        QTest::newRow("an alert: tls.record.length") << alert << QByteArray("tls.record.length") << "2";
        QTest::newRow("an alert: tls.alert_message.level") << alert << QByteArray("tls.alert_message.level") << "2";
        QTest::newRow("an alert: tls.alert_message.desc") << alert << QByteArray("tls.alert_message.desc") << "70";

        // zeek__tls13draft23-chrome67.0.3368.0-canary.pcap, frame 5
        const QByteArray clientHello13(
            "703acb471aa47831c1c63fc20800450002390000400040065825c0a85617342095baf7d901bb119c4eb2a990e9bd8018"
            "10155cc200000101080a0b6437864510e9db1603010200010001fc030386be7d080a9cd26f7d89b538c83d450c60c139"
            "3f14574c3269af7f6d1052bb8f201f9f238511d3ac9d69ed29b12c25c56e1592431adab44b39f867eff6ca99286e0022"
            "9a9a130113021303c02bc02fc02cc030cca9cca8c013c014009c009d002f0035000a010001914a4a0000ff0100010000"
            "00001d001b000018746c7331332e63727970746f2e6d6f7a696c6c612e6f72670017000000230000000d001400120403"
            "08040401050308050501080606010201000500050100000000001200000010000e000c02683208687474702f312e3175"
            "500000000b000201000033002b00299a9a000100001d0020d95beecc2091f2ec862ea2cff3aef1ec8a65877ff594a040"
            "c94ac878a2455731002d00020101002b000b0adada7f17030303020301000a000a00089a9a001d001700180018000400"
            "1001027a7a000100001500bb000000000000000000000000000000000000000000000000000000000000000000000000"
            "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            "00000000000000");
        QTest::newRow("a client that offers TLS 1.3: tls.handshake.extensions_alpn_str") << clientHello13 << QByteArray("tls.handshake.extensions_alpn_str") << "h2,http/1.1";
        QTest::newRow("a client that offers TLS 1.3: tls.handshake.extensions.supported_version") << clientHello13 << QByteArray("tls.handshake.extensions.supported_version") << "0xdada,0x7f17,0x0303,0x0302,0x0301";
        QTest::newRow("a client that offers TLS 1.3: tls.handshake.extensions_supported_group") << clientHello13 << QByteArray("tls.handshake.extensions_supported_group") << "0x9a9a,0x001d,0x0017,0x0018";
        QTest::newRow("a client that offers TLS 1.3: tls.handshake.extensions_key_share_group") << clientHello13 << QByteArray("tls.handshake.extensions_key_share_group") << "39578,29";
        QTest::newRow("a client that offers TLS 1.3: tls.extension.psk_ke_mode") << clientHello13 << QByteArray("tls.extension.psk_ke_mode") << "1";
        QTest::newRow("a client that offers TLS 1.3: tls.handshake.sig_hash_alg") << clientHello13 << QByteArray("tls.handshake.sig_hash_alg") << "0x0403,0x0804,0x0401,0x0503,0x0805,0x0501,0x0806,0x0601,0x0201";
        QTest::newRow("a client that offers TLS 1.3: tls.handshake.extensions_server_name") << clientHello13 << QByteArray("tls.handshake.extensions_server_name") << "tls13.crypto.mozilla.org";

        // zeek__tls13draft23-chrome67.0.3368.0-canary.pcap, frame 8
        const QByteArray serverHello13(
            "7831c1c63fc2703acb471aa40800452005dc004340002a066a1f342095bac0a8561701bbf7d9a990e9bd119c50b78010"
            "00dbde5800000101080a4510ea000b643786160303007a02000076030342db55a1aa7d4fee7651497bfd792cb4369081"
            "d3c8dba50107441b7fcd7f8146201f9f238511d3ac9d69ed29b12c25c56e1592431adab44b39f867eff6ca99286e1301"
            "00002e00330024001d0020fcd8d6ab0e7d7eca6540f609de2f0fe80e0e59fc20309d068ef17ff2f165695d002b00027f"
            "171403030001011703030b12ef4fcece31b89a74d8d6f7db403c38e5bf93083e6a2b1e985d01bacae675339031f86123"
            "a35c6d7df99e2203a97eb0050cd22568e43cc1d4d9bdb863fb7a8fa63a4e3527b433fb4bd946b0fde7e04ef27a5f0ce9"
            "ac071ed4446ed49bc0cd874c9456e65ac10e4d5fbb4378908a3ed17d9cabb8f8cc0e5bfcad1ef0b9c983e3b12f7221e1"
            "a80145d77e5c8f505d733ad39dd3560789f147ee0af0657b1f57bb1df091782550d512098991085e80211564f045d0da"
            "8e635d73934057736a1519889693b32112dea03c63558fa8628ba86f90e3ccc92e07b8479d7ffa9d8cd6b306493f3fe3"
            "8713967279bb7b35bbdc1c8ae07eb872431a3fbc1ca24648139368ed5686419daffef2a532c2558e32883d6c96cfff78"
            "2a9ccbe85bc732200b5646659b7c4c901866522cd07259062a16b89422b5d5d543756ad7d50ecb8b843c99483c402da7"
            "534147a2543dedfc8c3b04e97f59b53024aa8918a7c6a843f3f2c8377ae634a2e6d0f0b51da778d336580fbaf76e03b3"
            "0468a31c1b88963d9e53637273cdd4dd9990b3cdbb83d56f38bc5ac56ff8635cdf9d415c3c109e1e662384c0fce602bb"
            "7eaab213d6bab4cec62bca77c42008d1b91b0ad0d169068c86fb17b5a0e04ddc021e9f233fce160c9b5f190d69777a5a"
            "5a8cc8e10b08c40632f8b1a281d919788c8afb580e08bdb0edd9add7e930fd4916619f5df754c8c5465f95c1179e261b"
            "94b4248ce2a0ad0b28864baba85b7a8244e7282a4c3b2bd6647a66af6eb2c071a37ad034b75e3fd063793c0f54627642"
            "e8c7e2168eb4df81b2c68488aadd8a9d7ca7db99596f06515998a649fd7a594713c1bc89619f792d765fe53a9bcaa16a"
            "9045207b725678886b294b6e6ba95e72c8e49edb1f77af2b8d8f9365ea4fc637d606913401e2df6dbbe9a4f3873146cd"
            "7b954b8883bda686cc20f6285010d981c16b3f1e592a091f4190781ad6083fb683843edb9ba268aff5d008a8e0a20e6b"
            "34ec156afabdb550b177b73d2af49edd9b5c143d02590023f6deb09a7cb87be832bea10b6840692a30dbbbc0ffac7b22"
            "0a616569794e1cbd672c49ec70b1ea1b79f72eb2ba747358d8cd59379d0ebe82c23a7ffcfe9dbfa85c5a4d0fbe4f202b"
            "d1a29444eb2293db98a7a27384603a44694a39e631d1a831fa806d28d84c3b2b5cf2dae44fefa9da512ab3fdf66c2d63"
            "0e5690de67b0fd474aebf95e56697a7c8818c8d161ea6eae22447b07a274afce0df4ec5b2b1db7cc86fa910088b16233"
            "623d83eea4e44bebeccb036c7ea4c1dc2dae1d8ce9a53f8555124aeae638ad86dce2ea6b25fa6a5772536c7eea8fea6c"
            "eb29bdc2a15a549e4e62b31da531e1ecd82dda5fbab3fba156bb54faeb0b1a052cddd7d0a266d3ffbddaa81917481bd7"
            "518992b8281ac03334d93a0b3017c0a333e7057a40f4c8ef3f0892ff0f7e26b749eb9000cdfb726a2df913d150937fe0"
            "ecd70fdee605ed43bc28c4ff6fcfb76f2f3cffaf8be2bb65072d0763fa0cc0ff6896855690b444a44c1abba6f5db6f09"
            "6e4d0c0530977146acc1d4b6bc6f3a3c6507485a3ade1470e15931a14dd7c09479bb40549fb54bb1e2aa6a1930efc89a"
            "ee7f9be71490a231323ae73d91789b550a2c9a5ea0ebfa4689aedea640fc313ea1352ebf05c706fb69adbbe7b1fe33d4"
            "1327536557743d05e7abfbd381041eae0ccbc843c56a9966eb1efedf41717b941227d6104df33b71afa90778b7a7d606"
            "4a4272881c0923e1633b631a94dac432bb12fe9ed98292ee5262986d27708dfd6b58d768e1163b296eafb4b7f736e707"
            "e716e9bcf8ec9bec42c2773b32d38cc1b138a1c94d15817041ba");
        QTest::newRow("a server hello and a record that goes on in the next segment: tls.record.content_type") << serverHello13 << QByteArray("tls.record.content_type") << "22,20";
        QTest::newRow("a server hello and a record that goes on in the next segment: tls.record.length") << serverHello13 << QByteArray("tls.record.length") << "122,1";
        QTest::newRow("a server hello and a record that goes on in the next segment: tls.handshake.type") << serverHello13 << QByteArray("tls.handshake.type") << "2";
        QTest::newRow("a server hello and a record that goes on in the next segment: tls.handshake.ciphersuite") << serverHello13 << QByteArray("tls.handshake.ciphersuite") << "0x1301";
        QTest::newRow("a server hello and a record that goes on in the next segment: tls.handshake.extensions.supported_version") << serverHello13 << QByteArray("tls.handshake.extensions.supported_version") << "0x7f17";

        // arkime__https3-301-get.pcap, frame 10
        const QByteArray keyExchange(
            "00000c07ac01001f5bff51cb08004500016e6c6f4000400669380ab49c8dc01efc82f48701bbf3568f2bfcacd67d8018"
            "2000e4e300000101080aab400530c6900acd16030101061000010201008724838a99384afe2da9033363f827758dbf31"
            "5e63b37347a1554a0f8f9ee13d90510c2d86c788c8d2fd7c4e742331b133713b4c838091dc60cd505785769386f36246"
            "08d3e2326d36f2534d8509656d1b91ac28f3950d9a2460fd2c3c6c2fe6439c8532512fb1cda017033ddda63fbedc6658"
            "e9ecdaf3331bbfec8dc98e5af2ce194c21876bde0a1d9ef86da747fc7e1989ef232fb21c01d2c07f01ab9ba0d000c125"
            "322d0face39bd0eaac4c8f35c0a7d8cb1d9927863314f53ba74254230fcd8ca3d6b7885391af89aa4b7bce95fcb2da37"
            "6a057173f9eb207f773599abbe981655152e050ff64c9a2dff1fd8719ce3e0c906141826c61c86e2e608aba45d140301"
            "00010116030100245d2aa7c174ceaef4dc1f3c95c16147254ec6a158ee45138f3fcd981022f70aa450cb5d24");
        QTest::newRow("three records in one segment: tls.record.content_type") << keyExchange << QByteArray("tls.record.content_type") << "22,20,22";
        QTest::newRow("three records in one segment: tls.record.length") << keyExchange << QByteArray("tls.record.length") << "262,1,36";
        QTest::newRow("three records in one segment: tls.handshake.type") << keyExchange << QByteArray("tls.handshake.type") << "16";
        QTest::newRow("three records in one segment: tls.handshake.length") << keyExchange << QByteArray("tls.handshake.length") << "258";
    }

    void values()
    {
        QFETCH(QByteArray, frame);
        QFETCH(QByteArray, field);
        QTEST(valuesOf(field, frame), "value");
    }

    void oddities_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<QString>("line");

        QTest::newRow("a record that goes on in the next segment")
            << QByteArray("16 0301 0200 01 0001fc 0303")
            << "Handshake record of 512 bytes goes on in the next segment";
        QTest::newRow("the rest of a record from an earlier segment")
            << QByteArray("48656c6c6f20776f726c64")
            << "! no record begins at byte 0: the rest of one from an earlier segment, or one cut by the end of this segment";
        QTest::newRow("a finished message behind the change of ciphers")
            << QByteArray("14 0303 0001 01 16 0303 0004 00000000")
            << "Handshake Protocol: encrypted, or the rest of a message";
        QTest::newRow("a server name longer than its list")
            << QByteArray("16 0301 0037 01 000033 0303 0000000000000000000000000000000000000000000000000000000000000000 00 0002 1301 01 00 0008 0000 0004 0010 0000")
            << "Server Name list length: 16";
    }

    void oddities()
    {
        QFETCH(QByteArray, packet);
        QFETCH(QString, line);
        QStringList tree = treeOf(protocols::tls, packet);
        for (QString &row : tree)
            row = row.trimmed();
        QVERIFY2(tree.contains(line), qPrintable(tree.join('\n')));
    }

    void everyPrefix()
    {
        const QByteArray hello(
            "1603010200010001fc030386be7d080a9cd26f7d89b538c83d450c60c1393f14574c3269af7f6d1052bb8f201f9f2385"
            "11d3ac9d69ed29b12c25c56e1592431adab44b39f867eff6ca99286e00229a9a130113021303c02bc02fc02cc030cca9"
            "cca8c013c014009c009d002f0035000a010001914a4a0000ff010001000000001d001b000018746c7331332e63727970"
            "746f2e6d6f7a696c6c612e6f72670017000000230000000d001400120403080404010503080505010806060102010005"
            "00050100000000001200000010000e000c02683208687474702f312e3175500000000b000201000033002b00299a9a00"
            "0100001d0020d95beecc2091f2ec862ea2cff3aef1ec8a65877ff594a040c94ac878a2455731002d00020101002b000b"
            "0adada7f17030303020301000a000a00089a9a001d0017001800180004001001027a7a000100001500bb000000000000"
            "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            "00000000000000000000000000000000000000000000000000000000000000000000000000");
        QCOMPARE(feedPrefixes(protocols::tls, hello), 2 * (517 + 1));
    }
};

QTEST_GUILESS_MAIN(TlsTest)
#include "tst_tls.moc"
