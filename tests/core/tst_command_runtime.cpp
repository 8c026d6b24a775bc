#include "tests/support/clusterfacts.h"
#include "tests/support/hostfacts.h"

#include <QTest>

using namespace vethscope;

// What the container runtime, CNI and flanneld keep on a node.
class tst_command_runtime : public QObject
{
    Q_OBJECT

private slots:
    void sandboxes_data();
    void sandboxes();
    void settings_data();
    void settings();
};

void tst_command_runtime::sandboxes_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QStringList>("lines");

    // The example of kubernetes.io, "Debugging Kubernetes nodes with crictl".
    QTest::newRow("sandboxes") << QByteArray("crictl pods")
        << QByteArray(R"(POD ID              CREATED              STATE               NAME                         NAMESPACE           ATTEMPT
926f1b5a1d33a       About a minute ago   Ready               sh-84d7dcf559-4r2gq          default             0
a86316e96fa89       17 hours ago         NotReady            kube-proxy-gblk4             kube-system         0
)")
        << QStringList{"line 3 pod default/sh-84d7dcf559-4r2gq on n1 is Ready",
                       "line 4 pod kube-system/kube-proxy-gblk4 on n1 is NotReady"};
    QTest::newRow("a line of crictl's own") << QByteArray("crictl pods")
        << QByteArray(R"(WARN[0000] runtime connect using default endpoints: [unix:///run/containerd/containerd.sock]
POD ID              CREATED             STATE               NAME                NAMESPACE           ATTEMPT             RUNTIME
926f1b5a1d33a       2 minutes ago       Ready               sh-84d7dcf559       default             0                   (default)
)")
        << QStringList{"line 4 pod default/sh-84d7dcf559 on n1 is Ready"};
    QTest::newRow("cut in the middle of the table") << QByteArray("crictl pods")
        << QByteArray(R"(POD ID              CREATED              STATE               NAME                         NAMESPACE           ATTEMPT
926f1b5a1d33a       About a minute ago   Ready               sh-84d7dcf559-4r2gq          default             0
a86316e96fa89       17 hours)")
        << QStringList{"line 3 pod default/sh-84d7dcf559-4r2gq on n1 is Ready",
                       "! line 4"};
    QTest::newRow("sandboxes with single blanks, and what is none") << QByteArray("crictl pods")
        << QByteArray(R"(POD ID CREATED STATE NAME NAMESPACE ATTEMPT RUNTIME
926f1b5a1d33a Less than a second ago Ready till-0 shop 0 (default)
926f1b5a1d33a 5 hours ago Ready Till shop 0 (default)
926f1b5a1d33 5 hours ago Gone till-1 shop 0 (default)
)")
        << QStringList{"line 3 pod shop/till-0 on n1 is Ready", "! line 4", "! line 5"};
    QTest::newRow("containers") << QByteArray("crictl ps -a")
        << QByteArray(R"(CONTAINER           IMAGE               CREATED             STATE               NAME                ATTEMPT             POD ID              POD                 NAMESPACE
1a2b3c4d5e6f7       2b3c4d5e6f7a8       23 hours ago        Running             app                 0                   3c4d5e6f7a8b9       till-0              shop
1a2b3c4d5e6f8       2b3c4d5e6f7a8       25 hours ago        Exited              app                 0                   3c4d5e6f7a8c0       till-1              shop
and so on
)")
        << QStringList{"line 3 pod shop/till-0 on n1", "line 3 setting container app = Running", "line 4 setting container app = Exited", "! line 5"};
    QTest::newRow("containers, before pods were named") << QByteArray("crictl ps")
        << QByteArray(R"(CONTAINER ID        IMAGE               CREATED             STATE               NAME                ATTEMPT             POD ID
1a2b3c4d5e6f7       2b3c4d5e6f7a8       23 hours ago        Running             app                 0                   3c4d5e6f7a8b9
)")
        << QStringList{"line 3 setting container app = Running"};
    QTest::newRow("docker's containers") << QByteArray("docker ps -a")
        << QByteArray(R"(CONTAINER ID   IMAGE      COMMAND               CREATED       STATUS                     PORTS     NAMES
1a2b3c4d5e6f   till       "/till --port 8080"   5 hours ago   Up 5 hours                           k8s_till_till-0_shop_1a2b-3c_0
1a2b3c4d5e70   till       "/till --port 8080"   6 hours ago   Exited (1) 5 hours ago               k8s_till_till-1_shop_1a2b-3d_0
1a2b3c4d5e71   registry   "/entrypoint.sh"      5 hours ago   Up 5 hours                 5000/tcp  registry
here they are
)")
        << QStringList{"line 3 pod shop/till-0 on n1", "line 3 setting container k8s_till_till-0_shop_1a2b-3c_0 = Up",
                       "line 4 setting container k8s_till_till-1_shop_1a2b-3d_0 = Exited", "line 5 setting container registry = Up", "! line 6"};
    QTest::newRow("a sandbox that cannot be called so") << QByteArray("crictl inspectp 926f1b5a1d33a")
        << QByteArray("{\"info\": {}, \"status\": {\"metadata\": {\"name\": \"No name\", \"namespace\": \"shop\"}}}\n")
        << QStringList{"! line 2", "! pasted text line 2: a sandbox cannot be called \"No name\""};
    // The shape of cri-tools' docs/crictl.md with containerd's verbose part.
    QTest::newRow("one sandbox") << QByteArray("crictl inspectp 926f1b5a1d33a")
        << QByteArray(R"(WARN[0000] image connect using default endpoints: [unix:///run/containerd/containerd.sock unix:///run/crio/crio.sock]
{
  "status": {
    "id": "926f1b5a1d33a",
    "metadata": {
      "attempt": 0,
      "name": "tea-6fb46d899f-4zkt2",
      "namespace": "default",
      "uid": "1f8f0e07-5f6a-4b3c-9a51-0d6a3cf8e1d2"
    },
    "state": "SANDBOX_READY",
    "network": {
      "additionalIps": [
        {
          "ip": "fd00:10:244::3c"
        }
      ],
      "ip": "10.244.0.60"
    }
  },
  "info": {
    "pid": 4711,
    "runtimeSpec": {
      "linux": {
        "namespaces": [
          {
            "type": "pid"
          },
          {
            "type": "network",
            "path": "/var/run/netns/cni-5d9a4f1e-2c3b-4a5d-8e6f-7a8b9c0d1e2f"
          }
        ]
      }
    }
  }
}
)")
        << QStringList{"line 19 pod default/tea-6fb46d899f-4zkt2 10.244.0.60,fd00:10:244::3c on n1 is SANDBOX_READY netns cni-5d9a4f1e-2c3b-4a5d-8e6f-7a8b9c0d1e2f"};
    QTest::newRow("a sandbox of wrong types") << QByteArray("crictl inspectp 926f1b5a1d33a")
        << QByteArray(R"({
  "status": {
    "metadata": {
      "name": 7
    },
    "network": "none"
  },
  "info": []
}
)")
        << QStringList{"! line 2",
                       "! line 5",
                       "! line 7",
                       "! pasted text line 7: \"network\" is a string, not an object",
                       "! pasted text line 5: \"name\" is a number, not a string",
                       "! pasted text line 2: a sandbox without \"status.metadata.name\""};

}

void tst_command_runtime::sandboxes()
{
    QFETCH(QByteArray, command);
    QFETCH(QByteArray, output);
    QTEST(test::clusterFactsOf(command, output), "lines");
}

void tst_command_runtime::settings_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QStringList>("lines");

    QTest::newRow("flannel's lease") << QByteArray("cat /run/flannel/subnet.env")
        << QByteArray(R"(FLANNEL_NETWORK=10.244.0.0/16
FLANNEL_SUBNET=10.244.0.1/24
FLANNEL_MTU=1450
FLANNEL_IPMASQ=true
)")
        << QStringList{"line 2 n1: setting FLANNEL_NETWORK = 10.244.0.0/16",
                       "line 3 n1: setting FLANNEL_SUBNET = 10.244.0.1/24",
                       "line 4 n1: setting FLANNEL_MTU = 1450",
                       "line 5 n1: setting FLANNEL_IPMASQ = true"};
    // flannel's kube-flannel.yml installs this.
    QTest::newRow("flannel's CNI configuration") << QByteArray("cat /etc/cni/net.d/10-flannel.conflist")
        << QByteArray(R"({
  "name": "cbr0",
  "cniVersion": "0.3.1",
  "plugins": [
    {
      "type": "flannel",
      "delegate": {
        "hairpinMode": true,
        "isDefaultGateway": true
      }
    },
    {
      "type": "portmap",
      "capabilities": {
        "portMappings": true
      }
    }
  ]
}
)")
        << QStringList{"line 7 n1: setting cni cbr0 = flannel",
                       "line 9 n1: setting cni cbr0 hairpinMode = true",
                       "line 14 n1: setting cni cbr0 = portmap"};
    QTest::newRow("a single plugin") << QByteArray("cat /etc/cni/net.d/10-bridge.conf")
        << QByteArray(R"({"cniVersion": "1.0.0", "name": "mynet", "type": "bridge", "bridge": "cni0", "mtu": 1450}
)")
        << QStringList{"line 2 n1: setting cni mynet = bridge",
                       "line 2 n1: setting cni mynet bridge = cni0",
                       "line 2 n1: setting cni mynet mtu = 1450"};
    QTest::newRow("two files at once") << QByteArray("cat /etc/cni/net.d/*")
        << QByteArray(R"({
  "cniVersion": "1.0.0", "name": "a", "type": "bridge", "mtu": "big"
}
{
  "cniVersion": "1.0.0", "name": "b", "type": "ptp"
}
)")
        << QStringList{"line 3 n1: setting cni a = bridge",
                       "line 6 n1: setting cni b = ptp",
                       "! line 3",
                       "! pasted text line 3: \"mtu\" is a string, not a whole number"};
}

void tst_command_runtime::settings()
{
    QFETCH(QByteArray, command);
    QFETCH(QByteArray, output);
    QTEST(test::factsOf(command, output), "lines");
}

QTEST_GUILESS_MAIN(tst_command_runtime)
#include "tst_command_runtime.moc"
