/* Runs first, in ES5 and from a file of its own (no inline script: CSP). Excel 2016 and 2019 show the pane in Internet
   Explorer 11 or the old Edge, where modules do not run and the pane would stay blank without a word. */
(() => {
  var REASONS = {
    browser: [
      'Bản Excel này dùng trình duyệt cũ nên khung Sổ Sạch không chạy được.',
      'This Excel shows add-ins in an old browser, where Sổ Sạch cannot run.',
    ],
    excel: [
      'Bản Excel này cũ hơn Excel 2021 nên khung Sổ Sạch không chạy được.',
      'This Excel is older than Excel 2021, so Sổ Sạch cannot run in it.',
    ],
    office: [
      'Không tải được thư viện Office của Microsoft. Kiểm tra mạng rồi mở lại khung này.',
      'Microsoft’s Office library did not load. Check the network and reopen this pane.',
    ],
  };

  function line(tag, text, parent) {
    var element = document.createElement(tag);
    element.appendChild(document.createTextNode(text));
    parent.appendChild(element);
    return element;
  }

  function show(reason) {
    var place = document.getElementById('sosach-pane');
    var words = REASONS[reason];
    while (place.firstChild) place.removeChild(place.firstChild);
    place.className = 'sosach-gate';
    line('h1', 'Sổ Sạch', place);
    line('p', words[0], place).setAttribute('role', 'alert');
    line(
      'p',
      'Vẫn làm được mọi việc trên trình duyệt: lưu sổ tính, rồi mở tệp đó ở trang dưới đây bằng Chrome, Cốc Cốc hoặc Edge mới.',
      place,
    );
    var link = line('a', 'Mở bàn làm việc Sổ Sạch', line('p', '', place));
    link.href = '/ban-lam-viec';
    link.target = '_blank';
    line('p', location.protocol + '//' + location.host + '/ban-lam-viec', place);
    line('p', words[1] + ' Save the workbook and open it on the page above in a current browser.', place).lang = 'en';
  }

  window.sosachGate = show;
  if (!/Trident\/|MSIE |Edge\/\d/.test(navigator.userAgent)) return;
  window.sosachGated = true;
  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', () => {
      show('browser');
    });
  } else {
    show('browser');
  }
})();
