#include "core/snapshot/kubectl.h"
#include "tests/support/clusterfacts.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// kubectl 1.18 to 1.31, as its printers write (kubectl pkg/cmd/get, pkg/describe; API server's table columns).

class KubectlTest : public QObject
{
    Q_OBJECT

private slots:
    void facts_data()
    {
        QTest::addColumn<QByteArray>("command");
        QTest::addColumn<QByteArray>("output");
        QTest::addColumn<QStringList>("facts");

        QTest::newRow("pods, wide, all namespaces")
            << QByteArray("kubectl get pods -A -o wide")
            << QByteArray("NAMESPACE     NAME                       READY   STATUS    RESTARTS       AGE   IP            NODE              NOMINATED NODE   READINESS GATES\n"
                          "default       tea-6fb46d899f-4zkt2       1/1     Running   0              41d   10.244.0.60   master            <none>           <none>\n"
                          "kube-system   coredns-7ff77c879f-6psjb   1/1     Running   3 (12d ago)    90d   10.244.0.58   master            <none>           <none>\n"
                          "default       web-5dcb957ccc-x7w9p       0/1     Pending   0              5s    <none>        <none>            <none>           <none>\n")
            << QStringList{"line 3 pod default/tea-6fb46d899f-4zkt2 10.244.0.60 on master is Running",
                           "line 4 pod kube-system/coredns-7ff77c879f-6psjb 10.244.0.58 on master is Running",
                           "line 5 pod default/web-5dcb957ccc-x7w9p is Pending"};
        QTest::newRow("pods, the short table")
            << QByteArray("kubectl get po -n kube-system")
            << QByteArray("NAME                       READY   STATUS    RESTARTS   AGE\ncoredns-7ff77c879f-6psjb   1/1     Running   0          90d\n")
            << QStringList{"line 3 pod kube-system/coredns-7ff77c879f-6psjb is Running"};
        QTest::newRow("pods behind grep, so without a heading")
            << QByteArray("kubectl get pods -o wide | grep tea")
            << QByteArray("tea-6fb46d899f-4zkt2   1/1     Running   0          41d   10.244.0.60   master   <none>           <none>\n")
            << QStringList{"line 2 pod tea-6fb46d899f-4zkt2 10.244.0.60 on master is Running"};
        QTest::newRow("pods whose blanks were lost")
            << QByteArray("kubectl get pods -owide")
            << QByteArray("NAME  READY  STATUS  RESTARTS  AGE  IP  NODE  NOMINATED NODE  READINESS GATES\n"
                          "tea-6fb46d899f-4zkt2  1/1  Running  0  41d  10.244.0.60  master  <none>  <none>\n")
            << QStringList{"line 3 pod tea-6fb46d899f-4zkt2 10.244.0.60 on master is Running"};
        QTest::newRow("two kinds at once")
            << QByteArray("kubectl get pods,svc -o wide")
            << QByteArray("NAME                       READY   STATUS    RESTARTS   AGE   IP            NODE     NOMINATED NODE   READINESS GATES\n"
                          "pod/tea-6fb46d899f-4zkt2   1/1     Running   0          41d   10.244.0.60   master   <none>           <none>\n"
                          "\n"
                          "NAME                 TYPE        CLUSTER-IP     EXTERNAL-IP   PORT(S)        AGE   SELECTOR\n"
                          "service/kubernetes   ClusterIP   10.96.0.1      <none>        443/TCP        90d   <none>\n"
                          "service/web          NodePort    10.103.27.55   <none>        80:30080/TCP   41d   app=web\n"
                          "service/db           ClusterIP   None           <none>        5432/TCP       41d   app=db\n")
            << QStringList{"line 3 pod tea-6fb46d899f-4zkt2 10.244.0.60 on master is Running",
                           "line 6 service kubernetes ClusterIP 10.96.0.1 443/TCP",
                           "line 7 service web NodePort 10.103.27.55 80/TCP node 30080", "line 8 service db ClusterIP 5432/TCP"};
        QTest::newRow("nodes")
            << QByteArray("kubectl get nodes -o wide")
            << QByteArray("NAME              STATUS     ROLES           AGE   VERSION   INTERNAL-IP    EXTERNAL-IP   OS-IMAGE                KERNEL-VERSION                CONTAINER-RUNTIME\n"
                          "master            Ready      control-plane   90d   v1.28.2   172.27.0.11    <none>        CentOS Linux 7 (Core)   3.10.0-1160.el7.x86_64        containerd://1.6.22\n"
                          "vm-16-10-centos   NotReady   <none>          90d   v1.28.2   172.27.16.10   <none>        CentOS Linux 7 (Core)   3.10.0-1160.el7.x86_64        docker://19.3.5\n")
            << QStringList{"line 3 node master 172.27.0.11 roles control-plane", "line 4 node vm-16-10-centos 172.27.16.10"};
        QTest::newRow("nodes with the columns of the collector")
            << QByteArray("kubectl get nodes -o custom-columns=NAME:.metadata.name")
            << QByteArray("NAME     POD-CIDR        FLANNEL-BACKEND   FLANNEL-DATA                                  FLANNEL-IP    CALICO-IP   CALICO-TUNNEL\n"
                          "master   10.244.0.0/24   vxlan             {\"VNI\":1,\"VtepMAC\":\"8e:5c:79:80:cd:cc\"}   172.27.0.11   <none>      <none>\n")
            << QStringList{"line 3 node master pods 10.244.0.0/24 flannel vxlan public 172.27.0.11 vtep 8e:5c:79:80:cd:cc vni 1"};
        QTest::newRow("endpoints")
            << QByteArray("kubectl get ep -A")
            << QByteArray("NAMESPACE     NAME         ENDPOINTS                                                  AGE\n"
                          "default       web          10.244.0.9:80,10.244.1.3:80                                41d\n"
                          "kube-system   kube-dns     10.244.0.58:53,10.244.0.58:53,10.244.0.58:9153 + 1 more...   90d\n"
                          "default       empty        <none>                                                     1d\n")
            << QStringList{"line 3 endpoint default/web 10.244.0.9:80", "line 3 endpoint default/web 10.244.1.3:80",
                           "line 4 endpoint kube-system/kube-dns 10.244.0.58:53", "line 4 endpoint kube-system/kube-dns 10.244.0.58:53",
                           "line 4 endpoint kube-system/kube-dns 10.244.0.58:9153"};
        QTest::newRow("kubectl warns first")
            << QByteArray("kubectl get ep web")
            << QByteArray("Warning: v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice\n"
                          "NAME   ENDPOINTS       AGE\n"
                          "web    10.244.0.9:80   41d\n")
            << QStringList{"line 4 endpoint web 10.244.0.9:80"};
        QTest::newRow("a pod described, cut by grep: the notes' case")
            << QByteArray("kubectl describe pod tea-6fb46d899f-4zkt2 | grep IP") << QByteArray("IP:           10.244.0.60\n")
            << QStringList{"line 2 pod tea-6fb46d899f-4zkt2 10.244.0.60"};
        QTest::newRow("a pod described")
            << QByteArray("kubectl describe pod tea")
            << QByteArray("Name:         tea-6fb46d899f-4zkt2\nNamespace:    default\nPriority:     0\nNode:         master/172.27.0.11\nStart Time:   Wed, 14 Oct 2020 11:02:03 +0800\n"
                          "Labels:       app=tea\n              pod-template-hash=6fb46d899f\nStatus:       Running\nIP:           10.244.0.60\nIPs:\n  IP:           10.244.0.60\n"
                          "  IP:           fd00:10:244::3c\nContainers:\n  tea:\n    Image:          nginx\n    Port:           80/TCP\nEvents:          <none>\n")
            << QStringList{"line 13 pod default/tea-6fb46d899f-4zkt2 10.244.0.60,fd00:10:244::3c on master at 172.27.0.11 is Running"};
        QTest::newRow("a node described")
            << QByteArray("kubectl describe node master")
            << QByteArray("Name:               master\nRoles:              control-plane\nLabels:             kubernetes.io/os=linux\n"
                          "Annotations:        flannel.alpha.coreos.com/backend-data: {\"VNI\":1,\"VtepMAC\":\"8e:5c:79:80:cd:cc\"}\n"
                          "                    flannel.alpha.coreos.com/backend-type: vxlan\n                    flannel.alpha.coreos.com/public-ip: 172.27.0.11\n"
                          "Addresses:\n  InternalIP:  172.27.0.11\n  Hostname:    master\nPodCIDR:                      10.244.0.0/24\nPodCIDRs:                     10.244.0.0/24\n"
                          "Non-terminated Pods:          (1 in total)\n  Namespace                   Name                      CPU Requests  CPU Limits\n"
                          "  ---------                   ----                      ------------  ----------\n  default                     tea-6fb46d899f-4zkt2      0 (0%)        0 (0%)\n"
                          "Allocated resources:\n  (Total limits may be over 100 percent, i.e., overcommitted.)\n")
            << QStringList{"line 16 pod default/tea-6fb46d899f-4zkt2 on master",
                           "line 2 node master 172.27.0.11 roles control-plane pods 10.244.0.0/24 flannel vxlan public 172.27.0.11 vtep 8e:5c:79:80:cd:cc vni 1"};
        QTest::newRow("a pod as JSON")
            << QByteArray("kubectl get pod tea -o json")
            << QByteArray("{\n  \"apiVersion\": \"v1\",\n  \"kind\": \"Pod\",\n  \"metadata\": {\"name\": \"tea\", \"namespace\": \"shop\"},\n  \"spec\": {\"nodeName\": \"master\"},\n"
                          "  \"status\": {\n    \"hostIP\": \"172.27.0.11\",\n    \"podIP\": \"10.244.0.60\",\n    \"podIPs\": [{\"ip\": \"10.244.0.60\"}],\n    \"phase\": \"Running\"\n  }\n}\n")
            << QStringList{"line 9 pod shop/tea 10.244.0.60 on master at 172.27.0.11 is Running"};
        QTest::newRow("a list as YAML: a node of flannel's, a service, its endpoints")
            << QByteArray("kubectl get node,svc,ep -o yaml")
            << QByteArray("apiVersion: v1\nitems:\n- apiVersion: v1\n  kind: Node\n  metadata:\n    annotations:\n"
                          "      flannel.alpha.coreos.com/backend-data: '{\"VNI\":1,\"VtepMAC\":\"8e:5c:79:80:cd:cc\"}'\n      flannel.alpha.coreos.com/backend-type: vxlan\n"
                          "      flannel.alpha.coreos.com/public-ip: 172.27.0.11\n    labels:\n      node-role.kubernetes.io/control-plane: \"\"\n    name: master\n  spec:\n    podCIDR: 10.244.0.0/24\n"
                          "    podCIDRs:\n    - 10.244.0.0/24\n  status:\n    addresses:\n    - address: 172.27.0.11\n      type: InternalIP\n    - address: master\n      type: Hostname\n"
                          "- apiVersion: v1\n  kind: Service\n  metadata:\n    name: web\n    namespace: default\n  spec:\n    clusterIP: 10.103.27.55\n    ports:\n    - port: 80\n      protocol: TCP\n    type: ClusterIP\n"
                          "- apiVersion: v1\n  kind: Endpoints\n  metadata:\n    name: web\n    namespace: default\n  subsets:\n  - addresses:\n    - ip: 10.244.0.9\n      targetRef:\n        name: web-1\n    ports:\n    - port: 80\n"
                          "kind: List\n")
            << QStringList{"line 13 node master 172.27.0.11 roles control-plane pods 10.244.0.0/24 flannel vxlan public 172.27.0.11 vtep 8e:5c:79:80:cd:cc vni 1",
                           "line 30 service default/web ClusterIP 10.103.27.55 80/TCP", "line 42 endpoint default/web 10.244.0.9:80 pod web-1"};
        QTest::newRow("flannel's config map")
            << QByteArray("kubectl -n kube-flannel get cm kube-flannel-cfg -o yaml")
            << QByteArray("apiVersion: v1\ndata:\n  net-conf.json: |\n    {\n      \"Network\": \"10.244.0.0/16\",\n      \"Backend\": {\"Type\": \"vxlan\", \"VNI\": 5, \"Port\": 4789}\n    }\n"
                          "kind: ConfigMap\nmetadata:\n  name: kube-flannel-cfg\n")
            << QStringList{"line 4 pool flannel 10.244.0.0/16 vxlan vni 5 port 4789"};
        QTest::newRow("JSON of another shape is told, the rest is read")
            << QByteArray("kubectl get pods -o json")
            << QByteArray("{\"apiVersion\": \"v1\", \"kind\": \"List\", \"items\": [\n{\"kind\": \"Pod\", \"metadata\": {\"name\": 7}},\n"
                          "{\"kind\": \"Pod\", \"metadata\": {\"name\": \"tea\"}, \"status\": {\"podIP\": \"10.244.0.60\"}}]}\n")
            << QStringList{"line 4 pod tea 10.244.0.60", "! line 3"};
    }

    void facts()
    {
        QFETCH(QByteArray, command);
        QFETCH(QByteArray, output);
        QStringList found = clusterFactsOf(command, output);
        // Sentences are the report's, see tst_snapshot; here the lines count.
        found.removeIf([](const QString &line) { return line.startsWith("! ") && !line.startsWith("! line "); });
        QTEST(found, "facts");
    }

    void calls()
    {
        const KubectlCall call = kubectlCall({"kubectl", "--context=x", "-n", "kube-system", "get", "Pods,svc", "-owide", "--sort-by", ".metadata.name", "a", "pod/b"});
        QCOMPARE(call.verb, std::string("get"));
        QCOMPARE(call.resources, (std::vector<std::string>{"pods", "svc"}));
        QCOMPARE(call.names, (std::vector<std::string>{"a", "b"}));
        QCOMPARE(call.kubeNamespace, std::string("kube-system"));
        QCOMPARE(call.output, std::string("wide"));
        QVERIFY(asksFor(call, {"pods", "pod", "po"}));
        QVERIFY(!asksFor(call, {"nodes", "node", "no"}));
        QVERIFY(kubectlCall({"ip", "addr"}).verb.empty());
    }
};

QTEST_APPLESS_MAIN(KubectlTest)
#include "tst_kubectl.moc"
